// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap;

import static io.github.dkpbootstrap.Foreigner.POLICY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.dkpbootstrap.PolicyAttachment.Outcome;
import io.github.dkpbootstrap.testkit.AccessKeys;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.AttachedPolicy;

/** The policy attached to users and groups by IAM alone. */
class PolicyAttachmentTest {
    private static final PolicyHolder ALICE = PolicyHolder.user("alice");
    private static final PolicyHolder TEAM = PolicyHolder.group("team");

    private final InProcessAccount account = new InProcessAccount();
    private final Bootstrapper bootstrapper = DkpBootstrap.using(account.clients);
    private final IamClient iam = account.clients.iam();

    @BeforeEach
    void makeUserAndGroup() {
        iam.createUser(r -> r.userName("alice"));
        iam.createGroup(r -> r.groupName("team"));
    }

    @AfterEach
    void close() {
        account.close();
    }

    @Test
    void attachesToAUserAndAGroupOnce() {
        bootstrapper.deploy();

        assertThat(bootstrapper.access().attachPolicy(ALICE)).satisfies(done -> {
            assertThat(done.outcome()).isEqualTo(Outcome.ATTACHED);
            assertThat(done.holder()).isEqualTo(ALICE);
            assertThat(done.policyArn()).hasToString(POLICY);
            assertThat(done.groups()).isEmpty();
        });
        assertThat(bootstrapper.access().attachPolicy(TEAM).outcome()).isEqualTo(Outcome.ATTACHED);
        assertThat(ofAlice()).containsExactly(POLICY);
        assertThat(bootstrapper.access().attachPolicy(ALICE).outcome()).isEqualTo(Outcome.ALREADY_ATTACHED);
        assertThat(bootstrapper.access().attachPolicy(TEAM).outcome()).isEqualTo(Outcome.ALREADY_ATTACHED);
        assertThat(account.actions().stream().filter("iam:AttachUserPolicy"::equals))
                .hasSize(1);
    }

    @Test
    void givesTheUsersKeysWhatThePolicyPermits() {
        bootstrapper.deploy();
        IamClient withKeys = account.clients(account.aws.createUser("carol")).iam();
        assertThatThrownBy(() -> withKeys.createServiceLinkedRole(r -> r.awsServiceName("spot.amazonaws.com")))
                .hasMessageContaining("not authorized to perform: iam:CreateServiceLinkedRole");

        bootstrapper.access().attachPolicy(PolicyHolder.user("carol"));

        assertThat(withKeys.createServiceLinkedRole(r -> r.awsServiceName("spot.amazonaws.com"))
                        .role()
                        .arn())
                .endsWith("AWSServiceRoleForEC2Spot");
    }

    @Test
    void neverMakesAKeyOrAUser() {
        bootstrapper.deploy();

        bootstrapper.access().attachPolicy(ALICE);
        assertThatThrownBy(() -> bootstrapper.access().attachPolicy(PolicyHolder.user("bob")))
                .isInstanceOf(MissingPolicyHoldersException.class);

        assertThat(account.actions()).filteredOn("iam:CreateAccessKey"::equals).isEmpty();
        assertThat(account.actions()).filteredOn("iam:CreateUser"::equals).hasSize(1);
    }

    @Test
    void saysWhichGroupGivesItAlready() {
        bootstrapper.deploy();
        iam.addUserToGroup(r -> r.groupName("team").userName("alice"));
        bootstrapper.access().attachPolicy(TEAM);

        PolicyAttachment done = bootstrapper.access().attachPolicy(ALICE);

        assertThat(done.outcome()).isEqualTo(Outcome.GIVEN_BY_GROUP);
        assertThat(done.groups()).containsExactly("team");
        assertThat(ofAlice()).isEmpty();
    }

    @Test
    void detachesAndSaysWhatIsLeft() {
        bootstrapper.deploy();
        bootstrapper.access().attachPolicy(ALICE);
        iam.addUserToGroup(r -> r.groupName("team").userName("alice"));
        bootstrapper.access().attachPolicy(TEAM);

        PolicyAttachment done = bootstrapper.access().detachPolicy(ALICE);

        assertThat(done.outcome()).isEqualTo(Outcome.DETACHED);
        assertThat(done.groups()).containsExactly("team");
        assertThat(ofAlice()).isEmpty();
        assertThat(bootstrapper.access().detachPolicy(ALICE).outcome()).isEqualTo(Outcome.NOT_ATTACHED);
        assertThat(bootstrapper.access().detachPolicy(TEAM).outcome()).isEqualTo(Outcome.DETACHED);
    }

    @Test
    void namesWhoDoesNotExist() {
        bootstrapper.deploy();

        MissingPolicyHoldersException failure = catchThrowableOfType(
                MissingPolicyHoldersException.class,
                () -> bootstrapper.access().attachPolicy(PolicyHolder.group("nobody")));

        assertThat(failure).hasMessageContaining("The group nobody does not exist");
        assertThat(failure.holders()).containsExactly(PolicyHolder.group("nobody"));
    }

    @Test
    void saysThatThereIsNoStack() {
        assertThatThrownBy(() -> bootstrapper.access().attachPolicy(ALICE))
                .isInstanceOf(PolicyAttachmentException.class)
                .hasMessageContaining("There is no stack dkp-bootstrapper")
                .hasMessageContaining("the user alice");
    }

    @Test
    void saysThatThePolicyIsGone() {
        bootstrapper.deploy();
        iam.detachRolePolicy(r -> r.roleName(Foreigner.ROLE).policyArn(POLICY));
        iam.deletePolicy(r -> r.policyArn(POLICY));

        assertThatThrownBy(() -> bootstrapper.access().attachPolicy(ALICE))
                .isInstanceOf(PolicyAttachmentException.class)
                .hasMessageContaining("revertDrift() makes it anew");
    }

    @Test
    void refusesCredentialsOfAnotherAccount() {
        bootstrapper.deploy();
        BootstrapSpec spec = BootstrapSpec.builder().accountId("210987654321").build();

        assertThatThrownBy(() -> bootstrapper.access().attachPolicy(spec, ALICE))
                .isInstanceOf(WrongAccountException.class);
        assertThat(ofAlice()).isEmpty();
    }

    @Test
    void namesThePermissionThatIsMissing() {
        bootstrapper.deploy();
        AccessKeys keys = account.aws.createUser("weak", Allowed.allBut("iam:AttachUserPolicy"));

        assertThatThrownBy(
                        () -> DkpBootstrap.using(account.clients(keys)).access().attachPolicy(ALICE))
                .isInstanceOf(BootstrapException.class)
                .hasMessageContaining("iam:AttachUserPolicy");
    }

    @Test
    void attachesWhereGroupsMayNotBeRead() {
        bootstrapper.deploy();
        AccessKeys keys = account.aws.createUser("blind", Allowed.allBut("iam:ListGroupsForUser"));

        assertThat(DkpBootstrap.using(account.clients(keys))
                        .access()
                        .attachPolicy(ALICE)
                        .outcome())
                .isEqualTo(Outcome.ATTACHED);
    }

    @Test
    void isForeignToTheStack() {
        bootstrapper.deploy();
        bootstrapper.access().attachPolicy(ALICE);

        assertThat(bootstrapper.drift().findings()).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(DriftFinding.Kind.EXTRA_ATTACHMENT);
            assertThat(finding.property()).isEqualTo("/Users");
            assertThat(finding.actual()).contains("alice");
            assertThat(finding.remedy()).isEqualTo(DriftFinding.Remedy.REMOVE_FOREIGN_ACCESS);
        });
        assertThatThrownBy(bootstrapper::destroy)
                .isInstanceOf(StackOperationException.class)
                .hasMessageContaining("The policy dkp-bootstrapper-policy is attached to the user alice");

        bootstrapper.access().detachPolicy(ALICE);

        assertThat(bootstrapper.destroy()).isEqualTo(DestroyOutcome.DESTROYED);
    }

    @Test
    void isTheStacksInWhateverCaseTheNameIsWritten() {
        bootstrapper.deploy(spec -> spec.addPolicyUsers("alice"));

        assertThatThrownBy(() -> bootstrapper.access().detachPolicy(PolicyHolder.user("Alice")))
                .isInstanceOf(PolicyAttachmentException.class)
                .hasMessageContaining("The stack dkp-bootstrapper itself attaches the policy to the user Alice");
        assertThat(ofAlice()).containsExactly(POLICY);
    }

    private List<String> ofAlice() {
        return iam.listAttachedUserPolicies(r -> r.userName("alice")).attachedPolicies().stream()
                .map(AttachedPolicy::policyArn)
                .toList();
    }

    @Test
    void thePolicyOfAStackOfAnotherNameIsFoundByIt() {
        bootstrapper.deploy(spec ->
                spec.stackName("team-a").roleName("team-a").policyName("team-a").instanceProfileName("team-a"));

        bootstrapper.access().attachPolicy(spec -> spec.stackName("team-a"), ALICE);

        assertThat(account.clients
                        .iam()
                        .listAttachedUserPolicies(r -> r.userName("alice"))
                        .attachedPolicies())
                .extracting(policy -> policy.policyName())
                .containsExactly("team-a");
        assertThat(bootstrapper
                        .access()
                        .detachPolicy(spec -> spec.stackName("team-a"), ALICE)
                        .outcome())
                .isEqualTo(Outcome.DETACHED);
    }
}
