// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap;

import static io.github.dkpbootstrap.Foreigner.ADMINISTRATOR_ACCESS;
import static io.github.dkpbootstrap.Foreigner.POLICY;
import static io.github.dkpbootstrap.Foreigner.PROFILE;
import static io.github.dkpbootstrap.Foreigner.READ_ALL;
import static io.github.dkpbootstrap.Foreigner.ROLE;
import static io.github.dkpbootstrap.Foreigner.TRUST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dkpbootstrap.policy.PolicyDocument;
import io.github.dkpbootstrap.testkit.AccessKeys;
import io.github.dkpbootstrap.testkit.CallFault;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.PolicyVersion;
import software.amazon.awssdk.services.iam.model.Tag;

class RevertDriftTest {
    private final LocalAccount account = new LocalAccount();
    private final RecordingInterceptor recorder = new RecordingInterceptor();
    private final Bootstrapper bootstrapper =
            DkpBootstrap.using(account.clients(account.aws.administrator(), recorder));
    private final IamClient iam = account.clients.iam();
    private final Foreigner foreigner = new Foreigner(iam);

    @AfterEach
    void close() {
        account.close();
    }

    @Test
    void doesNothingWhereNothingDiffers() {
        bootstrapper.deploy();
        recorder.calls().clear();

        DriftReversion reversion = bootstrapper.revertDrift();

        assertThat(reversion.isInSync()).isTrue();
        assertThat(reversion.reverted()).isEmpty();
        assertThat(recorder.calls()).allMatch(call -> call.matches("(Get|List|Describe|Detect).*"));
    }

    @Test
    void bringsBackThePolicyThatCloudFormationDoesNotSee() {
        bootstrapper.deploy();
        foreigner.editPolicy(READ_ALL);

        DriftReversion reversion = bootstrapper.revertDrift();

        assertThat(reversion.reverted())
                .singleElement()
                .satisfies(finding -> assertThat(finding.property()).isEqualTo("/PolicyDocument"));
        assertThat(reversion.isInSync()).isTrue();
        assertThat(reversion.text()).contains("1 reverted, 0 removed, 0 left");
        assertThat(defaultDocument()).isEqualTo(DkpBootstrap.policy(BootstrapSpec.defaults()));
        assertThat(changeSets()).isZero();
        assertThat(bootstrapper.drift().isInSync()).isTrue();
    }

    @Test
    void makesRoomForAVersionWhereThereAreFive() {
        bootstrapper.deploy();
        for (int i = 0; i < 4; i++) {
            foreigner.editPolicy(READ_ALL);
        }

        assertThat(bootstrapper.revertDrift().isInSync()).isTrue();

        assertThat(iam.listPolicyVersions(r -> r.policyArn(POLICY)).versions())
                .extracting(PolicyVersion::versionId)
                .containsExactly("v6", "v5", "v4", "v3", "v2");
    }

    @Test
    void bringsBackWhatCloudFormationSees() {
        bootstrapper.deploy();
        foreigner.editTrust(TRUST);
        foreigner.detachPolicy();
        foreigner.swapRoleInProfile("other");

        DriftReversion reversion = bootstrapper.revertDrift();

        assertThat(reversion.reverted()).hasSize(4);
        assertThat(reversion.removed()).isEmpty();
        assertThat(reversion.isInSync()).isTrue();
        assertThat(recorder.calls()).contains("ExecuteChangeSet");
        assertThat(bootstrapper.drift().isInSync()).isTrue();
        assertThat(bootstrapper.deploy().outcome()).isEqualTo(DeploymentOutcome.UNCHANGED);
    }

    @Test
    void makesAnewWhatWasDeleted() {
        bootstrapper.deploy();
        iam.removeRoleFromInstanceProfile(r -> r.instanceProfileName(PROFILE).roleName(ROLE));
        iam.deleteInstanceProfile(r -> r.instanceProfileName(PROFILE));
        foreigner.detachPolicy();
        iam.deleteRole(r -> r.roleName(ROLE));

        DriftReversion reversion = bootstrapper.revertDrift();

        assertThat(reversion.remaining()).isEmpty();
        assertThat(reversion.reverted())
                .filteredOn(finding -> finding.kind() == DriftFinding.Kind.MISSING)
                .hasSize(2);
        assertThat(bootstrapper.drift().isInSync()).isTrue();
    }

    @Test
    void bringsBackTheRolesSettings() {
        bootstrapper.deploy(spec -> spec.putTags("team", "a"));
        iam.updateRole(r -> r.roleName(ROLE).description("mine").maxSessionDuration(7200));
        iam.tagRole(
                r -> r.roleName(ROLE).tags(Tag.builder().key("team").value("b").build()));

        assertThat(bootstrapper.revertDrift().isInSync()).isTrue();

        assertThat(iam.getRole(r -> r.roleName(ROLE)).role().maxSessionDuration())
                .isEqualTo(3600);
    }

    @Test
    void keepsForeignAccessUnlessTheSpecSaysOtherwise() {
        bootstrapper.deploy();
        foreigner.meddle();
        foreigner.editTrust(TRUST);

        DriftReversion reversion = bootstrapper.revertDrift();

        assertThat(reversion.removed()).isEmpty();
        assertThat(reversion.reverted())
                .extracting(DriftFinding::property)
                .containsExactlyInAnyOrder("/PolicyDocument", "/AssumeRolePolicyDocument");
        assertThat(reversion.remaining())
                .hasSize(7)
                .allMatch(finding -> finding.remedy() == DriftFinding.Remedy.REMOVE_FOREIGN_ACCESS);
        assertThat(reversion.warnings())
                .containsExactly(
                        "CloudFormation's change set was not executed, for it would remove access from AWSIAMManagedPolicyDKPBootstrapper that the spec keeps");
        assertThat(iam.listAttachedRolePolicies(r -> r.roleName("other")).attachedPolicies())
                .hasSize(1);
        assertThat(changeSets()).isZero();
    }

    @Test
    void removesForeignAccessIfTheSpecSaysSoAndTellsTheTextOfInlinePolicies() {
        bootstrapper.deploy();
        foreigner.meddle();
        foreigner.editTrust(TRUST);

        DriftReversion reversion = bootstrapper.revertDrift(spec -> spec.foreignAccess(ForeignAccess.REMOVE));

        assertThat(reversion.removed()).hasSize(7);
        assertThat(reversion.removed())
                .filteredOn(finding -> finding.property().equals("/Policies/extra"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.actual()).contains(READ_ALL));
        assertThat(reversion.reverted()).hasSize(2);
        assertThat(reversion.isInSync()).isTrue();
        assertThat(iam.listAttachedRolePolicies(r -> r.roleName(ROLE)).attachedPolicies())
                .singleElement()
                .satisfies(policy -> assertThat(policy.policyArn()).isEqualTo(POLICY));
        assertThat(iam.listRolePolicies(r -> r.roleName(ROLE)).policyNames()).isEmpty();
        assertThat(iam.getRole(r -> r.roleName(ROLE)).role().permissionsBoundary())
                .isNull();
        assertThat(bootstrapper.drift().isInSync()).isTrue();
    }

    @Test
    void canBeCalledAgain() {
        bootstrapper.deploy();
        foreigner.meddle();
        BootstrapSpec spec =
                BootstrapSpec.builder().foreignAccess(ForeignAccess.REMOVE).build();
        bootstrapper.revertDrift(spec);
        int versions =
                iam.listPolicyVersions(r -> r.policyArn(POLICY)).versions().size();

        DriftReversion again = bootstrapper.revertDrift(spec);

        assertThat(again.reverted()).isEmpty();
        assertThat(again.removed()).isEmpty();
        assertThat(again.isInSync()).isTrue();
        assertThat(iam.listPolicyVersions(r -> r.policyArn(POLICY)).versions()).hasSize(versions);
    }

    @Test
    void goesOnWhereACallIsDeniedAndTellsWhatIsLeft() {
        bootstrapper.deploy();
        foreigner.editPolicy(READ_ALL);
        foreigner.putInline("extra");
        AccessKeys keys = account.aws.createUser("weak", Allowed.allBut("iam:CreatePolicyVersion"));

        DriftReversion reversion =
                DkpBootstrap.using(account.clients(keys)).revertDrift(spec -> spec.foreignAccess(ForeignAccess.REMOVE));

        assertThat(reversion.removed()).hasSize(1);
        assertThat(reversion.reverted()).isEmpty();
        assertThat(reversion.remaining())
                .singleElement()
                .satisfies(finding -> assertThat(finding.property()).isEqualTo("/PolicyDocument"));
        assertThat(reversion.warnings())
                .singleElement()
                .satisfies(warning -> assertThat(warning)
                        .startsWith("/PolicyDocument of " + POLICY + " could not be brought back: ")
                        .contains("iam:CreatePolicyVersion"));
    }

    @Test
    void losesNoVersionToACallerWhoMayMakeNone() {
        bootstrapper.deploy();
        for (int i = 0; i < 4; i++) {
            foreigner.editPolicy(READ_ALL);
        }
        AccessKeys keys = account.aws.createUser("weak", Allowed.allBut("iam:CreatePolicyVersion"));

        DkpBootstrap.using(account.clients(keys)).revertDrift();

        assertThat(iam.listPolicyVersions(r -> r.policyArn(POLICY)).versions()).hasSize(5);
    }

    @Test
    void triesAgainWhereSomebodyElseIsChangingTheSame() {
        bootstrapper.deploy();
        foreigner.editPolicy(READ_ALL);
        account.aws.inject(CallFault.refused("ConcurrentModification", 409, "Somebody else is at it")
                .on("iam:CreatePolicyVersion")
                .times(2));

        assertThat(bootstrapper.revertDrift().isInSync()).isTrue();
    }

    @Test
    void keepsAnInlinePolicyWhoseTextItMayNotRead() {
        bootstrapper.deploy();
        foreigner.putInline("extra");
        AccessKeys keys = account.aws.createUser("blind", Allowed.allBut("iam:GetRolePolicy"));

        DriftReversion reversion =
                DkpBootstrap.using(account.clients(keys)).revertDrift(spec -> spec.foreignAccess(ForeignAccess.REMOVE));

        assertThat(reversion.removed()).isEmpty();
        assertThat(reversion.remaining())
                .singleElement()
                .satisfies(finding -> assertThat(finding.remedy()).isEqualTo(DriftFinding.Remedy.BY_HAND));
        assertThat(iam.listRolePolicies(r -> r.roleName(ROLE)).policyNames()).containsExactly("extra");
    }

    @Test
    void waitsForAnOperationInFlight() {
        bootstrapper.deploy();
        foreigner.editPolicy(READ_ALL);
        account.clients
                .cloudFormation()
                .updateStack(r -> r.stackName("dkp-bootstrapper")
                        .usePreviousTemplate(true)
                        .tags(List.of(software.amazon.awssdk.services.cloudformation.model.Tag.builder()
                                .key("team")
                                .value("b")
                                .build()))
                        .capabilitiesWithStrings("CAPABILITY_NAMED_IAM"));

        assertThat(bootstrapper.revertDrift().isInSync()).isTrue();
        assertThat(bootstrapper.status().stackStatus()).contains("UPDATE_COMPLETE");
    }

    @Test
    void revertsToTheTemplateOfTheStackAndNotToTheSpec() {
        bootstrapper.deploy(spec -> spec.outputs(BootstrapSpec.Outputs.OMITTED));
        foreigner.editTrust(TRUST);

        assertThat(bootstrapper.revertDrift().isInSync()).isTrue();

        assertThat(bootstrapper
                        .deploy(spec -> spec.outputs(BootstrapSpec.Outputs.OMITTED))
                        .outcome())
                .isEqualTo(DeploymentOutcome.UNCHANGED);
    }

    @Test
    void waitsUntilIamShowsWhatItWasTold() {
        bootstrapper.deploy();
        foreigner.attachToRole(ADMINISTRATOR_ACCESS);
        StaleAttachments stale = new StaleAttachments(3);
        Bootstrapper late = DkpBootstrap.using(account.clients(account.aws.administrator(), stale));

        DriftReversion reversion = late.revertDrift(spec -> spec.foreignAccess(ForeignAccess.REMOVE));

        assertThat(stale.isUsedUp()).isTrue();
        assertThat(reversion.isInSync()).isTrue();
        assertThat(reversion.removed()).hasSize(1);
    }

    @Test
    void changesNothingInAnAccountThatIsNotTheSpecs() {
        bootstrapper.deploy();
        foreigner.editPolicy(READ_ALL);

        assertThatThrownBy(() -> bootstrapper.revertDrift(spec -> spec.accountId("999999999999")))
                .isInstanceOf(WrongAccountException.class);
        assertThat(defaultDocument()).isEqualTo(PolicyDocument.parse(READ_ALL));
    }

    @Test
    void leavesAStackAloneThatMustBeMendedFirst() {
        account.clients
                .cloudFormation()
                .createStack(r -> r.stackName("dkp-bootstrapper")
                        .templateBody(DkpBootstrap.template(BootstrapSpec.defaults())
                                .body()
                                .replace("ec2.amazonaws.com", "no such principal"))
                        .capabilitiesWithStrings("CAPABILITY_NAMED_IAM")
                        .disableRollback(true));
        account.clock.advance(Duration.ofMinutes(10));

        assertThatThrownBy(bootstrapper::revertDrift)
                .isInstanceOf(StackOperationException.class)
                .hasMessageContaining("is CREATE_FAILED, and is left as it is");
    }

    private PolicyDocument defaultDocument() {
        String version = iam.getPolicy(r -> r.policyArn(POLICY)).policy().defaultVersionId();
        String document = iam.getPolicyVersion(r -> r.policyArn(POLICY).versionId(version))
                .policyVersion()
                .document();
        return PolicyDocument.parse(URLDecoder.decode(document, StandardCharsets.UTF_8));
    }

    private int changeSets() {
        List<?> left = account.clients
                .cloudFormation()
                .listChangeSets(r -> r.stackName("dkp-bootstrapper"))
                .summaries();
        return left.size();
    }
}
