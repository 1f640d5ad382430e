// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap;

import static io.github.dkpbootstrap.Foreigner.POLICY;
import static io.github.dkpbootstrap.Foreigner.ROLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.dkpbootstrap.testkit.AccessKeys;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iam.IamClient;

/** Foreign access in the way of a deletion. */
class ForeignAccessTest {
    private final LocalAccount account = new LocalAccount();
    private final Bootstrapper bootstrapper = DkpBootstrap.using(account.clients);
    private final IamClient iam = account.clients.iam();
    private final Foreigner foreigner = new Foreigner(iam);

    @AfterEach
    void close() {
        account.close();
    }

    @Test
    void namesWhoUsesThePolicy() {
        bootstrapper.deploy();
        foreigner.attachToOthers();

        StackOperationException failure = destroyFails(ForeignAccess.KEEP);

        assertThat(failure)
                .hasMessageContaining("ended as DELETE_FAILED")
                .hasMessageContaining("The policy dkp-bootstrapper-policy is attached to the role other")
                .hasMessageContaining("and the user alice")
                .hasMessageContaining("and the group team")
                .hasMessageContaining("let the spec say foreignAccess(ForeignAccess.REMOVE)");
    }

    @Test
    void namesWhatTheRoleHas() {
        bootstrapper.deploy();
        foreigner.attachToRole(Foreigner.ADMINISTRATOR_ACCESS);
        foreigner.putInline("extra");
        foreigner.putIntoProfile("elsewhere");

        StackOperationException failure = destroyFails(ForeignAccess.KEEP);

        assertThat(failure)
                .hasMessageContaining(
                        "role dkp-bootstrapper-role has attached the policy " + Foreigner.ADMINISTRATOR_ACCESS)
                .hasMessageContaining("the role dkp-bootstrapper-role has the inline policy extra")
                .hasMessageContaining("the role dkp-bootstrapper-role is in the instance profile elsewhere");
        assertThat(iam.listRolePolicies(r -> r.roleName(ROLE)).policyNames()).containsExactly("extra");
    }

    @Test
    void namesTheRoleThatTookThePlaceInTheProfile() {
        bootstrapper.deploy();
        foreigner.swapRoleInProfile("other");

        assertThat(destroyFails(ForeignAccess.KEEP))
                .hasMessageContaining("The instance profile DKPBootstrapInstanceProfile holds the role other");
        assertThat(bootstrapper.destroy(spec -> spec.foreignAccess(ForeignAccess.REMOVE)))
                .isEqualTo(DestroyOutcome.DESTROYED);
    }

    @Test
    void removesWhatIsInTheWayIfTheSpecSaysSo() {
        bootstrapper.deploy();
        foreigner.meddle();

        assertThat(bootstrapper.destroy(spec -> spec.foreignAccess(ForeignAccess.REMOVE)))
                .isEqualTo(DestroyOutcome.DESTROYED);

        assertThat(bootstrapper.status().exists()).isFalse();
        assertThat(iam.listAttachedRolePolicies(r -> r.roleName("other")).attachedPolicies())
                .isEmpty();
        assertThat(iam.getUser(r -> r.userName("alice")).user().userName()).isEqualTo("alice");
        assertThat(iam.getInstanceProfile(r -> r.instanceProfileName("elsewhere"))
                        .instanceProfile()
                        .roles())
                .isEmpty();
    }

    @Test
    void removesItAfterADeletionThatFailed() {
        bootstrapper.deploy();
        foreigner.meddle();
        destroyFails(ForeignAccess.KEEP);

        assertThat(bootstrapper.destroy(spec -> spec.foreignAccess(ForeignAccess.REMOVE)))
                .isEqualTo(DestroyOutcome.DESTROYED);
    }

    @Test
    void neverTakesTheBoundaryFromSomebody() {
        bootstrapper.deploy();
        foreigner.createRole("bounded");
        iam.putRolePermissionsBoundary(r -> r.roleName("bounded").permissionsBoundary(POLICY));

        assertThat(destroyFails(ForeignAccess.REMOVE))
                .hasMessageContaining(
                        "The policy dkp-bootstrapper-policy is the permissions boundary of the role bounded")
                .hasMessageContaining("A permissions boundary is never removed here")
                .hasMessageNotContaining("foreignAccess(");
        assertThat(iam.getRole(r -> r.roleName("bounded"))
                        .role()
                        .permissionsBoundary()
                        .permissionsBoundaryArn())
                .isEqualTo(POLICY);
    }

    @Test
    void keepsAnInlinePolicyThatItMayNotRead() {
        bootstrapper.deploy();
        foreigner.putInline("extra");
        AccessKeys keys = account.aws.createUser("blind", Allowed.allBut("iam:GetRolePolicy"));

        StackOperationException failure = catchThrowableOfType(
                StackOperationException.class,
                () -> DkpBootstrap.using(account.clients(keys))
                        .destroy(spec -> spec.foreignAccess(ForeignAccess.REMOVE)));

        assertThat(failure).hasMessageContaining("has the inline policy extra");
        assertThat(iam.listRolePolicies(r -> r.roleName(ROLE)).policyNames()).containsExactly("extra");
    }

    @Test
    void explainsTheFailureEvenIfNothingMayBeRead() {
        bootstrapper.deploy();
        foreigner.attachToOthers();
        AccessKeys keys = account.aws.createUser(
                "blind", Allowed.allBut("iam:List*", "cloudformation:GetTemplate", "cloudformation:DescribeEvents"));

        StackOperationException failure = catchThrowableOfType(
                StackOperationException.class,
                () -> DkpBootstrap.using(account.clients(keys)).destroy());

        assertThat(failure).hasMessageContaining("ended as DELETE_FAILED").hasMessageContaining("detach it there");
    }

    @Test
    void saysWhatMayNotBeRemoved() {
        bootstrapper.deploy();
        foreigner.attachToOthers();
        AccessKeys keys = account.aws.createUser("weak", Allowed.allBut("iam:DetachUserPolicy"));

        StackOperationException failure = catchThrowableOfType(
                StackOperationException.class,
                () -> DkpBootstrap.using(account.clients(keys))
                        .destroy(spec -> spec.foreignAccess(ForeignAccess.REMOVE)));

        assertThat(failure)
                .hasMessageContaining("is attached to the user alice")
                .hasMessageNotContaining("the group team")
                .hasMessageNotContaining("foreignAccess(");
    }

    private StackOperationException destroyFails(ForeignAccess foreignAccess) {
        return catchThrowableOfType(
                StackOperationException.class, () -> bootstrapper.destroy(spec -> spec.foreignAccess(foreignAccess)));
    }
}
