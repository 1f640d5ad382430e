// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap;

import static io.github.dkpbootstrap.Foreigner.POLICY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.dkpbootstrap.testkit.AccessKeys;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.AttachedPolicy;

/** Users and groups to whom the stack attaches its policy. */
class PolicyHoldersTest {
    private static final BootstrapSpec BOTH = BootstrapSpec.builder()
            .addPolicyUsers("alice")
            .addPolicyGroups("team")
            .build();

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
    void haveThePolicyFromTheStackAndLoseItWithIt() {
        assertThat(bootstrapper.deploy(BOTH).outcome()).isEqualTo(DeploymentOutcome.CREATED);

        assertThat(ofAlice()).containsExactly(POLICY);
        assertThat(ofTeam()).containsExactly(POLICY);
        assertThat(bootstrapper.deploy(BOTH).outcome()).isEqualTo(DeploymentOutcome.UNCHANGED);
        assertThat(bootstrapper.drift().isInSync()).isTrue();
        assertThat(bootstrapper.destroy()).isEqualTo(DestroyOutcome.DESTROYED);
        assertThat(ofAlice()).isEmpty();
    }

    @Test
    void comeAndGoByUpdates() {
        bootstrapper.deploy();

        try (DkpPlan plan = bootstrapper.plan(
                BootstrapSpec.builder().addPolicyUsers("alice").build())) {
            assertThat(plan.text()).contains("Users");
            assertThat(plan.changes())
                    .singleElement()
                    .satisfies(change -> assertThat(change.replacement()).isEqualTo(Replacement.NEVER));
        }
        assertThat(bootstrapper.deploy(spec -> spec.addPolicyUsers("alice")).outcome())
                .isEqualTo(DeploymentOutcome.UPDATED);
        assertThat(ofAlice()).containsExactly(POLICY);
        assertThat(bootstrapper.deploy(spec -> spec.addPolicyGroups("team")).outcome())
                .isEqualTo(DeploymentOutcome.UPDATED);
        assertThat(ofAlice()).isEmpty();
        assertThat(ofTeam()).containsExactly(POLICY);
    }

    @Test
    void areAllNamedBeforeAnythingIsWrittenIfTheyDoNotExist() {
        MissingPolicyHoldersException failure = catchThrowableOfType(
                MissingPolicyHoldersException.class,
                () -> bootstrapper.deploy(
                        spec -> spec.addPolicyUsers("bob", "alice", "carol").addPolicyGroups("nobody", "team")));

        assertThat(failure.holders())
                .containsExactly(PolicyHolder.user("bob"), PolicyHolder.user("carol"), PolicyHolder.group("nobody"));
        assertThat(failure)
                .hasMessageContaining(
                        "the user bob does not exist; the user carol does not exist; the group nobody does not exist");
        assertThat(bootstrapper.status().exists()).isFalse();
    }

    @Test
    void areNamedAsIamHasThem() {
        assertThatThrownBy(() -> bootstrapper.deploy(spec -> spec.addPolicyUsers("ALICE")))
                .isInstanceOf(MissingPolicyHoldersException.class)
                .hasMessageContaining("the user ALICE is alice in IAM");
    }

    @Test
    void areNamedBeforeAnUpdateToo() {
        bootstrapper.deploy(spec -> spec.addPolicyUsers("alice"));

        assertThatThrownBy(() -> bootstrapper.deploy(spec -> spec.addPolicyUsers("alice", "bob")))
                .isInstanceOf(MissingPolicyHoldersException.class)
                .hasMessageContaining("the user bob does not exist");
        assertThat(account.actions()).doesNotContain("cloudformation:UpdateStack");
    }

    @Test
    void areNotLookedForInAnUnchangedStack() {
        bootstrapper.deploy(BOTH);
        int before = account.actions().size();

        bootstrapper.deploy(BOTH);

        assertThat(account.actions().subList(before, account.actions().size()))
                .doesNotContain("iam:GetUser", "iam:GetGroup", "iam:ListAttachedUserPolicies");
    }

    @Test
    void areRefusedWhenTheyHaveNoRoom() {
        fill();

        AttachmentQuotaException failure =
                catchThrowableOfType(AttachmentQuotaException.class, () -> bootstrapper.deploy(BOTH));

        assertThat(failure).hasMessageContaining("the user alice has 10 of 10").hasMessageContaining("20 at most");
        assertThat(failure.holders()).containsExactly(PolicyHolder.user("alice"));
        assertThat(bootstrapper.status().exists()).isFalse();
        bootstrapper.deploy();
        assertThatThrownBy(() -> bootstrapper.access().attachPolicy(PolicyHolder.user("alice")))
                .isInstanceOf(AttachmentQuotaException.class);
    }

    @Test
    void areTheStacksOnceItsTemplateNamesThem() {
        bootstrapper.deploy();
        bootstrapper.access().attachPolicy(PolicyHolder.user("alice"));

        try (RecordedLog log = RecordedLog.open()) {
            assertThat(bootstrapper.deploy(BOTH).outcome()).isEqualTo(DeploymentOutcome.UPDATED);

            assertThat(log.warnings())
                    .anyMatch(line -> line.contains("is attached to the user alice already, outside the stack"));
        }

        assertThat(bootstrapper.drift().isInSync()).isTrue();
        assertThatThrownBy(() -> bootstrapper.access().detachPolicy(PolicyHolder.user("alice")))
                .isInstanceOf(PolicyAttachmentException.class)
                .hasMessageContaining("take the name out of policyUsers in the spec");
        assertThat(bootstrapper.destroy()).isEqualTo(DestroyOutcome.DESTROYED);
    }

    @Test
    void areBroughtBackWhileOthersStayForeign() {
        bootstrapper.deploy(BOTH);
        iam.createUser(r -> r.userName("bob"));
        iam.detachUserPolicy(r -> r.userName("alice").policyArn(POLICY));
        iam.attachUserPolicy(r -> r.userName("bob").policyArn(POLICY));

        assertThat(bootstrapper.drift().findings())
                .extracting(DriftFinding::kind)
                .containsExactlyInAnyOrder(DriftFinding.Kind.MISSING_ATTACHMENT, DriftFinding.Kind.EXTRA_ATTACHMENT);

        DriftReversion reversion = bootstrapper.revertDrift();

        assertThat(ofAlice()).containsExactly(POLICY);
        assertThat(reversion.remaining())
                .singleElement()
                .satisfies(left -> assertThat(left.actual()).contains("bob"));
        assertThatThrownBy(bootstrapper::destroy)
                .hasMessageContaining("is attached to the user bob")
                .hasMessageNotContaining("alice");
    }

    @Test
    void areLeftToCloudFormationWhereTheyMayNotBeRead() {
        AccessKeys keys = account.aws.createUser(
                "blind", Allowed.allBut("iam:GetGroup", "iam:ListAttachedUserPolicies", "iam:GetAccountSummary"));

        assertThat(DkpBootstrap.using(account.clients(keys)).deploy(BOTH).outcome())
                .isEqualTo(DeploymentOutcome.CREATED);
    }

    @Test
    void areRefusedByCloudFormationWhereTheQuotaMayNotBeRead() {
        fill();
        AccessKeys keys = account.aws.createUser("blind", Allowed.allBut("iam:GetAccountSummary"));

        assertThatThrownBy(() -> DkpBootstrap.using(account.clients(keys)).deploy(BOTH))
                .isInstanceOf(StackOperationException.class)
                .hasMessageContaining("PoliciesPerUser")
                .hasMessageContaining("detach one there, ask for a higher quota");
    }

    @Test
    void areRefusedByCloudFormationWhereWhoExistsMayNotBeRead() {
        AccessKeys keys =
                account.aws.createUser("blind", Allowed.allBut("iam:GetUser", "iam:ListAttachedUserPolicies"));

        assertThatThrownBy(() -> DkpBootstrap.using(account.clients(keys)).deploy(spec -> spec.addPolicyUsers("bob")))
                .isInstanceOf(StackOperationException.class)
                .hasMessageContaining("bob")
                .hasMessageContaining("Make the user or group first");
    }

    private void fill() {
        for (int policy = 0; policy < 10; policy++) {
            String name = "filler-" + policy;
            String arn = iam.createPolicy(r -> r.policyName(name).policyDocument(Foreigner.READ_ALL))
                    .policy()
                    .arn();
            iam.attachUserPolicy(r -> r.userName("alice").policyArn(arn));
        }
    }

    private List<String> ofAlice() {
        return iam.listAttachedUserPolicies(r -> r.userName("alice")).attachedPolicies().stream()
                .map(AttachedPolicy::policyArn)
                .toList();
    }

    private List<String> ofTeam() {
        return iam.listAttachedGroupPolicies(r -> r.groupName("team")).attachedPolicies().stream()
                .map(AttachedPolicy::policyArn)
                .toList();
    }
}
