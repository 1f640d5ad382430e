// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap;

import static io.github.dkpbootstrap.DriftFinding.Kind.EXTRA_ATTACHMENT;
import static io.github.dkpbootstrap.DriftFinding.Kind.EXTRA_BOUNDARY;
import static io.github.dkpbootstrap.DriftFinding.Kind.EXTRA_INLINE_POLICY;
import static io.github.dkpbootstrap.DriftFinding.Kind.EXTRA_INSTANCE_PROFILE;
import static io.github.dkpbootstrap.DriftFinding.Kind.MISSING;
import static io.github.dkpbootstrap.DriftFinding.Kind.MISSING_ATTACHMENT;
import static io.github.dkpbootstrap.DriftFinding.Kind.MODIFIED;
import static io.github.dkpbootstrap.DriftFinding.Remedy.BY_HAND;
import static io.github.dkpbootstrap.DriftFinding.Remedy.REMOVE_FOREIGN_ACCESS;
import static io.github.dkpbootstrap.DriftFinding.Remedy.REVERT;
import static io.github.dkpbootstrap.DriftFinding.Source.CLOUDFORMATION;
import static io.github.dkpbootstrap.DriftFinding.Source.IAM;
import static io.github.dkpbootstrap.Foreigner.ADMINISTRATOR_ACCESS;
import static io.github.dkpbootstrap.Foreigner.POLICY;
import static io.github.dkpbootstrap.Foreigner.PROFILE;
import static io.github.dkpbootstrap.Foreigner.READ_ALL;
import static io.github.dkpbootstrap.Foreigner.ROLE;
import static io.github.dkpbootstrap.Foreigner.TRUST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.github.dkpbootstrap.policy.JsonLayout;
import io.github.dkpbootstrap.template.TemplateRenderer;
import io.github.dkpbootstrap.template.VendorTemplate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudformation.model.Capability;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.Tag;

class DriftTest {
    private static final Set<DriftFinding.Source> BOTH = Set.of(CLOUDFORMATION, IAM);

    private final LocalAccount account = new LocalAccount();
    private final Bootstrapper bootstrapper = DkpBootstrap.using(account.clients);
    private final IamClient iam = account.clients.iam();
    private final Foreigner foreigner = new Foreigner(iam);

    @AfterEach
    void close() {
        account.close();
    }

    @Test
    void findsNothingInAStackThatNobodyTouched() {
        bootstrapper.deploy();

        DkpDrift drift = bootstrapper.drift();

        assertThat(drift.findings()).isEmpty();
        assertThat(drift.warnings()).isEmpty();
        assertThat(drift.isInSync()).isTrue();
        assertThat(drift.text()).contains("Stack dkp-bootstrapper (arn:aws:").contains("no difference found");
    }

    @Test
    void findsNothingInTheVendorsStackMadeByHand() {
        account.clients
                .cloudFormation()
                .createStack(r -> r.stackName("by-hand")
                        .templateBody(VendorTemplate.yaml())
                        .capabilities(Capability.CAPABILITY_NAMED_IAM));
        account.clock.advance(Duration.ofMinutes(5));

        assertThat(bootstrapper.drift(spec -> spec.stackName("by-hand")).isInSync())
                .isTrue();
    }

    @Test
    void findsNothingWithTagsAndAPath() {
        bootstrapper.deploy(spec -> spec.path("/dkp/").putTags("team", "a"));

        assertThat(bootstrapper.drift().findings()).isEmpty();
    }

    @Test
    void seesTheEditedPolicyThatCloudFormationDoesNot() {
        DkpDeployment dkp = bootstrapper.deploy();
        foreigner.editPolicy(READ_ALL);

        DriftFinding finding = only(bootstrapper.drift());

        assertThat(finding.sources()).containsExactly(IAM);
        assertThat(finding.kind()).isEqualTo(MODIFIED);
        assertThat(finding.logicalId()).isEqualTo(TemplateRenderer.POLICY);
        assertThat(finding.physicalId()).contains(dkp.outputs().policyArn().toString());
        assertThat(finding.property()).isEqualTo("/PolicyDocument");
        assertThat(finding.expected())
                .contains(DkpBootstrap.policy(BootstrapSpec.defaults()).toJson(JsonLayout.MINIFIED));
        assertThat(finding.actual()).contains(READ_ALL);
        assertThat(finding.remedy()).isEqualTo(REVERT);
    }

    @Test
    void seesNoDifferenceWhereAPolicyIsOnlyWrittenOtherwise() {
        bootstrapper.deploy();
        foreigner.editTrust("""
                {"Statement": [
                  {"Action": ["STS:assumerole"], "Effect": "Allow", "Principal": {"AWS": ["123456789012"]}},
                  {"Action": "sts:AssumeRole", "Effect": "Allow", "Principal": {"Service": ["ec2.amazonaws.com"]}}
                ], "Version": "2012-10-17"}""");

        assertThat(bootstrapper.drift().findings())
                .noneMatch(finding -> finding.sources().contains(IAM));
    }

    @Test
    void reportsOnceWhatBothSee() {
        bootstrapper.deploy();
        foreigner.editTrust(TRUST);

        DriftFinding finding = only(bootstrapper.drift());

        assertThat(finding.sources()).isEqualTo(BOTH);
        assertThat(finding.kind()).isEqualTo(MODIFIED);
        assertThat(finding.property()).isEqualTo("/AssumeRolePolicyDocument");
        assertThat(finding.actual()).contains(TRUST);
        assertThat(finding.expected())
                .hasValueSatisfying(text -> assertThat(text).contains("arn:aws:iam::123456789012:root"));
    }

    @Test
    void seesThatThePolicyIsDetached() {
        bootstrapper.deploy();
        foreigner.detachPolicy();

        DriftFinding finding = only(bootstrapper.drift());

        assertThat(finding.kind()).isEqualTo(MISSING_ATTACHMENT);
        assertThat(finding.sources()).isEqualTo(BOTH);
        assertThat(finding.property()).isEqualTo("/Roles");
        assertThat(finding.expected()).contains(ROLE);
        assertThat(finding.remedy()).isEqualTo(REVERT);
    }

    @Test
    void seesForeignAccessOfEveryKind() {
        bootstrapper.deploy();
        foreigner.attachToRole(ADMINISTRATOR_ACCESS);
        foreigner.putInline("extra");
        foreigner.attachToOthers();
        foreigner.putIntoProfile("elsewhere");
        foreigner.bound();

        DkpDrift drift = bootstrapper.drift();

        assertThat(drift.findings())
                .extracting(
                        DriftFinding::kind,
                        DriftFinding::property,
                        finding -> finding.actual().orElse(""))
                .containsExactlyInAnyOrder(
                        tuple(EXTRA_ATTACHMENT, "/ManagedPolicyArns", ADMINISTRATOR_ACCESS),
                        tuple(EXTRA_INLINE_POLICY, "/Policies/extra", READ_ALL),
                        tuple(EXTRA_ATTACHMENT, "/Roles", "other"),
                        tuple(EXTRA_ATTACHMENT, "/Users", "alice"),
                        tuple(EXTRA_ATTACHMENT, "/Groups", "team"),
                        tuple(EXTRA_INSTANCE_PROFILE, "", "elsewhere"),
                        tuple(EXTRA_BOUNDARY, "/PermissionsBoundary", ADMINISTRATOR_ACCESS));
        assertThat(drift.findings()).allMatch(finding -> finding.remedy() == REMOVE_FOREIGN_ACCESS);
        assertThat(drift.findings()).allMatch(finding -> finding.expected().isEmpty());
        assertThat(drift.isInSync()).isFalse();
        assertThat(drift.text())
                .contains("7 differences", "/Policies/extra: EXTRA_INLINE_POLICY, seen by IAM", "foreignAccess");
    }

    @Test
    void seesChangedSettingsOfTheRole() {
        bootstrapper.deploy(spec -> spec.putTags("team", "a"));
        iam.updateRole(r -> r.roleName(ROLE).description("mine").maxSessionDuration(7200));
        iam.tagRole(
                r -> r.roleName(ROLE).tags(Tag.builder().key("team").value("b").build()));
        iam.tagRole(r ->
                r.roleName(ROLE).tags(Tag.builder().key("theirs").value("x").build()));

        assertThat(bootstrapper.drift().findings())
                .filteredOn(finding -> finding.logicalId().equals(TemplateRenderer.ROLE))
                .filteredOn(finding -> finding.sources().contains(IAM))
                .extracting(
                        DriftFinding::property,
                        finding -> finding.expected().orElse("-"),
                        finding -> finding.actual().orElse("-"))
                .containsExactlyInAnyOrder(
                        tuple("/Description", "", "mine"),
                        tuple("/MaxSessionDuration", "3600", "7200"),
                        tuple("/Tags/team", "a", "b"));
    }

    @Test
    void seesAnotherRoleInTheInstanceProfile() {
        bootstrapper.deploy();
        foreigner.swapRoleInProfile("other");

        assertThat(bootstrapper.drift().findings())
                .extracting(DriftFinding::kind, DriftFinding::logicalId, DriftFinding::property, DriftFinding::remedy)
                .containsExactlyInAnyOrder(
                        tuple(EXTRA_ATTACHMENT, TemplateRenderer.PROFILE, "/Roles", REVERT),
                        tuple(MISSING_ATTACHMENT, TemplateRenderer.PROFILE, "/Roles", REVERT));
    }

    @Test
    void seesThatResourcesAreGone() {
        bootstrapper.deploy();
        foreigner.detachPolicy();
        iam.removeRoleFromInstanceProfile(r -> r.instanceProfileName(PROFILE).roleName(ROLE));
        iam.deleteInstanceProfile(r -> r.instanceProfileName(PROFILE));
        iam.deleteRole(r -> r.roleName(ROLE));
        iam.deletePolicy(r -> r.policyArn(POLICY));

        DkpDrift drift = bootstrapper.drift();

        assertThat(drift.findings())
                .extracting(DriftFinding::kind, DriftFinding::logicalId, DriftFinding::sources)
                .containsExactlyInAnyOrder(
                        tuple(MISSING, TemplateRenderer.PROFILE, BOTH),
                        tuple(MISSING, TemplateRenderer.POLICY, BOTH),
                        tuple(MISSING, TemplateRenderer.ROLE, BOTH));
    }

    @Test
    void tellsWhatOnlyAPersonCanMend() {
        bootstrapper.deploy();
        foreigner.detachPolicy();
        iam.deletePolicy(r -> r.policyArn(POLICY));
        iam.createPolicy(r -> r.policyName("dkp-bootstrapper-policy")
                .description("made by hand")
                .policyDocument(DkpBootstrap.policy(BootstrapSpec.defaults()).toJson(JsonLayout.MINIFIED)));
        foreigner.attachToRole(POLICY);

        DriftFinding finding = only(bootstrapper.drift());

        assertThat(finding.property()).isEqualTo("/Description");
        assertThat(finding.actual()).contains("made by hand");
        assertThat(finding.remedy()).isEqualTo(BY_HAND);
    }

    @Test
    void comparesWithTheTemplateOfTheStackAndNotWithTheSpec() {
        bootstrapper.deploy(spec -> spec.roleName("r").policyName("p").instanceProfileName("i"));

        assertThat(bootstrapper.drift().findings()).isEmpty();
    }

    @Test
    void comparesInlinePoliciesAttachmentsAndBoundaryThatTheTemplateHas() {
        String template = DkpBootstrap.template(BootstrapSpec.defaults()).json(JsonLayout.MINIFIED);
        String more = "\"RoleName\":\"dkp-bootstrapper-role\",\"Policies\":[{\"PolicyName\":\"own\",\"PolicyDocument\":"
                + READ_ALL
                + "}],\"ManagedPolicyArns\":[{\"Fn::Sub\":\"arn:${AWS::Partition}:iam::aws:policy/AdministratorAccess\"}],"
                + "\"PermissionsBoundary\":\"" + ADMINISTRATOR_ACCESS + "\"";
        account.clients
                .cloudFormation()
                .createStack(r -> r.stackName("dkp-bootstrapper")
                        .templateBody(template.replace("\"RoleName\":\"dkp-bootstrapper-role\"", more))
                        .capabilities(Capability.CAPABILITY_NAMED_IAM));
        account.clock.advance(Duration.ofMinutes(5));
        assertThat(bootstrapper.drift().findings()).isEmpty();

        iam.detachRolePolicy(r -> r.roleName(ROLE).policyArn(ADMINISTRATOR_ACCESS));
        iam.deleteRolePermissionsBoundary(r -> r.roleName(ROLE));
        iam.deleteRolePolicy(r -> r.roleName(ROLE).policyName("own"));

        assertThat(bootstrapper.drift().findings())
                .filteredOn(finding -> finding.sources().contains(IAM))
                .extracting(DriftFinding::kind, DriftFinding::property, DriftFinding::actual)
                .containsExactlyInAnyOrder(
                        tuple(MISSING_ATTACHMENT, "/ManagedPolicyArns", Optional.empty()),
                        tuple(MODIFIED, "/PermissionsBoundary", Optional.empty()),
                        tuple(MODIFIED, "/Policies/own", Optional.empty()));
    }

    @Test
    void warnsOfWhatTheTemplateComputes() {
        account.clients
                .cloudFormation()
                .createStack(r -> r.stackName("dkp-bootstrapper")
                        .templateBody(DkpBootstrap.template(BootstrapSpec.defaults())
                                .json(JsonLayout.MINIFIED)
                                .replace(
                                        "\"Fn::Sub\":\"arn:${AWS::Partition}:iam::${AWS::AccountId}:root\"",
                                        "\"Fn::Join\":[\":\",[\"arn:aws:iam:\",\"123456789012\",\"root\"]]"))
                        .capabilities(Capability.CAPABILITY_NAMED_IAM));
        account.clock.advance(Duration.ofMinutes(5));

        DkpDrift drift = bootstrapper.drift();

        assertThat(drift.findings()).isEmpty();
        assertThat(drift.warnings())
                .containsExactly(
                        "AssumeRolePolicyDocument of DKPBootstrapRole could not be compared: the template computes it");
        assertThat(drift.isInSync()).isFalse();
    }

    @Test
    void saysThatThereIsNoStack() {
        assertThatThrownBy(bootstrapper::drift)
                .isInstanceOf(StackOperationException.class)
                .hasMessageContaining("There is no stack dkp-bootstrapper");
        assertThatThrownBy(bootstrapper::revertDrift)
                .isInstanceOf(StackOperationException.class)
                .hasMessageContaining("There is no stack dkp-bootstrapper");
    }

    @Test
    void doesNotCompareAStackOfSomethingElse() {
        account.clients
                .cloudFormation()
                .createStack(r -> r.stackName("prod")
                        .templateBody("{\"Resources\":{\"Payroll\":{\"Type\":\"AWS::IAM::Role\",\"Properties\":"
                                + "{\"AssumeRolePolicyDocument\":" + TRUST + "}}}}")
                        .capabilities(Capability.CAPABILITY_NAMED_IAM));
        account.clock.advance(Duration.ofMinutes(5));

        assertThatThrownBy(() -> bootstrapper.drift(spec -> spec.stackName("prod")))
                .isInstanceOf(StackOperationException.class)
                .hasMessageContaining("is no bootstrap stack");
    }

    @Test
    void looksInTheAccountThatTheSpecNamesOnly() {
        bootstrapper.deploy();

        assertThatThrownBy(() -> bootstrapper.drift(spec -> spec.accountId("999999999999")))
                .isInstanceOf(WrongAccountException.class);
    }

    private static DriftFinding only(DkpDrift drift) {
        List<DriftFinding> findings = drift.findings();
        assertThat(findings).hasSize(1);
        return findings.get(0);
    }
}
