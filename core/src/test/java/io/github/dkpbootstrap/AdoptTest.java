// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.dkpbootstrap.template.DeployedTemplate;
import io.github.dkpbootstrap.template.TemplateRenderer;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudformation.model.Capability;
import software.amazon.awssdk.services.iam.IamClient;

/** Resources that exist without a stack become a stack's, or are refused with what differs. */
class AdoptTest {
    private static final String ROLE = "dkp-bootstrapper-role";
    private static final String PROFILE = "DKPBootstrapInstanceProfile";
    private static final String OTHER_TRUST = """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"ec2.amazonaws.com"},"Action":"sts:AssumeRole"}]}""";

    private final InProcessAccount account = new InProcessAccount();
    private final IamClient iam = account.clients.iam();
    private final Bootstrapper bootstrapper = DkpBootstrap.using(account.clients);

    @AfterEach
    void close() {
        account.close();
    }

    /** Leaves the three resources behind without a stack, as a stack with DeletionPolicy does. */
    private void orphans() {
        bootstrapper.deploy();
        account.clients
                .cloudFormation()
                .updateStack(r -> r.stackName("dkp-bootstrapper")
                        .templateBody(retained())
                        .capabilities(Capability.CAPABILITY_NAMED_IAM));
        account.clock.advance(Duration.ofMinutes(10));
        bootstrapper.destroy();
        assertThat(bootstrapper.status().exists()).isFalse();
    }

    private static String retained() {
        return DkpBootstrap.template(BootstrapSpec.defaults())
                .yaml()
                .replaceAll("(    Type: AWS::IAM::\\w+\\n)", "$1    DeletionPolicy: Retain\n");
    }

    @Test
    void takesAllThreeIntoANewStackWithoutTouchingThem() {
        orphans();
        String roleId = iam.getRole(r -> r.roleName(ROLE)).role().roleId();

        DkpDeployment dkp = bootstrapper.adopt(spec -> spec.putTags("team", "a"));

        assertThat(dkp.outcome()).isEqualTo(DeploymentOutcome.ADOPTED);
        assertThat(iam.getRole(r -> r.roleName(ROLE)).role().roleId()).isEqualTo(roleId);
        assertThat(dkp.outputs().roleArn().toString()).endsWith("role/" + ROLE);
        assertThat(bootstrapper.deploy().outcome()).isEqualTo(DeploymentOutcome.UNCHANGED);
        assertThat(bootstrapper.drift().isInSync()).isTrue();
        assertThat(bootstrapper.destroy()).isEqualTo(DestroyOutcome.DESTROYED);
        assertThat(iam.listRoles().roles()).noneMatch(role -> role.roleName().equals(ROLE));
    }

    @Test
    void attachesThePolicyOnceItIsTakenIn() {
        orphans();
        iam.createUser(r -> r.userName("alice"));
        iam.createGroup(r -> r.groupName("team"));
        iam.attachGroupPolicy(
                r -> r.groupName("team").policyArn("arn:aws:iam::123456789012:policy/dkp-bootstrapper-policy"));

        assertThat(bootstrapper
                        .adopt(spec -> spec.addPolicyUsers("alice").addPolicyGroups("team"))
                        .outcome())
                .isEqualTo(DeploymentOutcome.ADOPTED);

        assertThat(iam.listAttachedUserPolicies(r -> r.userName("alice")).attachedPolicies())
                .hasSize(1);
        assertThat(bootstrapper.drift().isInSync()).isTrue();
        assertThat(bootstrapper.destroy()).isEqualTo(DestroyOutcome.DESTROYED);
    }

    @Test
    void takesNothingInForUsersThatDoNotExist() {
        orphans();

        assertThatThrownBy(() -> bootstrapper.adopt(spec -> spec.addPolicyUsers("nobody")))
                .isInstanceOf(MissingPolicyHoldersException.class)
                .hasMessageContaining("the user nobody does not exist");
        assertThat(bootstrapper.status().exists()).isFalse();
    }

    @Test
    void makesWhatDoesNotExist() {
        orphans();
        iam.removeRoleFromInstanceProfile(r -> r.instanceProfileName(PROFILE).roleName(ROLE));
        iam.deleteInstanceProfile(r -> r.instanceProfileName(PROFILE));

        assertThat(bootstrapper.adopt().outcome()).isEqualTo(DeploymentOutcome.ADOPTED);

        assertThat(iam.getInstanceProfile(r -> r.instanceProfileName(PROFILE))
                        .instanceProfile()
                        .roles())
                .extracting(role -> role.roleName())
                .containsExactly(ROLE);
    }

    @Test
    void takesAPolicyAloneAndAttachesItToTheRoleThatIsMade() {
        orphans();
        String arn = "arn:aws:iam::123456789012:policy/dkp-bootstrapper-policy";
        iam.removeRoleFromInstanceProfile(r -> r.instanceProfileName(PROFILE).roleName(ROLE));
        iam.deleteInstanceProfile(r -> r.instanceProfileName(PROFILE));
        iam.detachRolePolicy(r -> r.roleName(ROLE).policyArn(arn));
        iam.deleteRole(r -> r.roleName(ROLE));

        assertThat(bootstrapper.adopt().outcome()).isEqualTo(DeploymentOutcome.ADOPTED);

        assertThat(iam.listAttachedRolePolicies(r -> r.roleName(ROLE)).attachedPolicies())
                .extracting(policy -> policy.policyArn())
                .containsExactly(arn);
        assertThat(bootstrapper.drift().isInSync()).isTrue();
    }

    @Test
    void refusesARoleThatTrustsSomebodyElseAndSaysWhatDiffers() {
        orphans();
        iam.updateAssumeRolePolicy(r -> r.roleName(ROLE).policyDocument(OTHER_TRUST));

        AdoptionRefusedException refused = catchThrowableOfType(AdoptionRefusedException.class, bootstrapper::adopt);

        assertThat(refused)
                .hasMessageContaining(ROLE + " /AssumeRolePolicyDocument differs")
                .hasMessageContaining("Bring it to the spec");
        assertThat(refused.differences()).extracting(DriftFinding::logicalId).containsExactly(TemplateRenderer.ROLE);
        assertThat(bootstrapper.status().exists()).isFalse();
    }

    @Test
    void takesWhatTheSpecSaysNothingOf() {
        orphans();
        iam.updateRole(r -> r.roleName(ROLE).description("made by hand").maxSessionDuration(7_200));
        iam.putRolePolicy(r -> r.roleName(ROLE).policyName("extra").policyDocument("""
                {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:ListBucket","Resource":"*"}]}"""));

        assertThat(bootstrapper.adopt().outcome()).isEqualTo(DeploymentOutcome.ADOPTED);

        assertThat(iam.listRolePolicies(r -> r.roleName(ROLE)).policyNames()).containsExactly("extra");
    }

    @Test
    void saysThatThereIsNothingToAdopt() {
        assertThatThrownBy(bootstrapper::adopt)
                .isInstanceOf(AdoptionRefusedException.class)
                .hasMessageContaining("There is nothing to adopt")
                .hasMessageContaining("Call deploy() to make them");
        assertThat(bootstrapper.status().exists()).isFalse();
    }

    @Test
    void leavesWhatAnotherStackOwns() {
        bootstrapper.deploy();

        assertThatThrownBy(() -> bootstrapper.adopt(spec -> spec.stackName("second")))
                .isInstanceOf(ResourceNameTakenException.class)
                .hasMessageContaining("it belongs to the stack dkp-bootstrapper");
    }

    @Test
    void deploysAStackThatHasEverything() {
        bootstrapper.deploy();

        assertThat(bootstrapper.adopt().outcome()).isEqualTo(DeploymentOutcome.UNCHANGED);
    }

    @Test
    void takesWhatAStackHasLost() {
        account.aws
                .stack("dkp-bootstrapper")
                .template(DkpBootstrap.template(BootstrapSpec.defaults()).body())
                .reach("IMPORT_ROLLBACK_COMPLETE");

        assertThat(bootstrapper.adopt().outcome()).isEqualTo(DeploymentOutcome.ADOPTED);
        assertThat(bootstrapper.deploy().outcome()).isEqualTo(DeploymentOutcome.UNCHANGED);
        assertThat(DeployedTemplate.read(account.clients
                                .cloudFormation()
                                .getTemplate(r -> r.stackName("dkp-bootstrapper"))
                                .templateBody())
                        .properties(TemplateRenderer.POLICY))
                .isPresent();
        assertThat(bootstrapper.status().outputs()).isPresent();
        assertThat(Set.of(bootstrapper.destroy())).containsExactly(DestroyOutcome.DESTROYED);
    }
}
