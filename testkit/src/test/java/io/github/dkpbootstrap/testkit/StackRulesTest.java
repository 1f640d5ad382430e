// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;
import software.amazon.awssdk.services.cloudformation.model.DeletionMode;

class StackRulesTest {
    private final Fixture fixture = new Fixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void doesNotDeleteAStackWhileItIsUpdatedOrRolledBack() {
        fixture.create();
        fixture.update(renamedPolicy());
        refusesDeletion("UPDATE_IN_PROGRESS");
        fixture.clock.advance(Duration.ofSeconds(18));
        refusesDeletion("UPDATE_COMPLETE_CLEANUP_IN_PROGRESS");
        fixture.settle();

        fixture.update(Fixture.template());
        fixture.clock.advance(Duration.ofSeconds(5));
        fixture.cloudFormation.cancelUpdateStack(r -> r.stackName("dkp"));
        refusesDeletion("UPDATE_ROLLBACK_IN_PROGRESS");
        fixture.clock.advance(Duration.ofSeconds(1));
        refusesDeletion("UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS");
        fixture.settle();
        assertThat(fixture.stack("dkp").stackStatusAsString()).isEqualTo("UPDATE_ROLLBACK_COMPLETE");
    }

    @Test
    void cancelsAnUpdateOnlyBeforeItIsComplete() {
        fixture.create();
        fixture.update(renamedPolicy());
        fixture.clock.advance(Duration.ofSeconds(18));
        assertThat(fixture.stack("dkp").stackStatusAsString()).isEqualTo("UPDATE_COMPLETE_CLEANUP_IN_PROGRESS");
        refusesCancellation();
        fixture.settle();
        refusesCancellation();
        assertThat(fixture.stack("dkp").stackStatusAsString()).isEqualTo("UPDATE_COMPLETE");
    }

    @Test
    void updatesNothingWhileAnythingIsUnderWay() {
        fixture.create();
        fixture.update(renamedPolicy());
        refusesUpdate("UPDATE_IN_PROGRESS");
        fixture.clock.advance(Duration.ofSeconds(18));
        refusesUpdate("UPDATE_COMPLETE_CLEANUP_IN_PROGRESS");
        fixture.settle();
        fixture.cloudFormation.deleteStack(r -> r.stackName("dkp"));
        refusesUpdate("DELETE_IN_PROGRESS");
    }

    @Test
    void forcesADeletionOnlyAfterOneThatFailed() {
        String id = fixture.create();
        fixture.iam.createRole(r -> r.roleName("foreign").assumeRolePolicyDocument(Trust.EC2));
        fixture.iam.attachRolePolicy(r -> r.roleName("foreign").policyArn(Fixture.POLICY));
        assertThatThrownBy(this::force)
                .hasMessageContaining(
                        "FORCE_DELETE_STACK can only be used when the stack is in the DELETE_FAILED state");
        fixture.cloudFormation.deleteStack(r -> r.stackName("dkp"));
        fixture.settle();
        assertThat(fixture.stack("dkp").stackStatusAsString()).isEqualTo("DELETE_FAILED");
        refusesUpdate("DELETE_FAILED");
        force();
        fixture.settle();

        assertThat(fixture.stack(id).stackStatusAsString()).isEqualTo("DELETE_COMPLETE");
        assertThat(fixture.stack(id).deletionModeAsString()).isEqualTo("FORCE_DELETE_STACK");
        assertThat(fixture.iam
                        .getPolicy(r -> r.policyArn(Fixture.POLICY))
                        .policy()
                        .attachmentCount())
                .isEqualTo(1);
    }

    @Test
    void retainsResourcesOnlyAfterADeletionThatFailed() {
        fixture.create();
        assertThatThrownBy(() -> fixture.cloudFormation.deleteStack(
                        r -> r.stackName("dkp").retainResources("DKPBootstrapRole")))
                .hasMessageContaining("Resources can only be retained when the stack is in the DELETE_FAILED state");
    }

    @Test
    void deletesNothingTwiceAndNothingThatIsNotThere() {
        String id = fixture.create();
        fixture.cloudFormation.deleteStack(r -> r.stackName("dkp"));
        fixture.cloudFormation.deleteStack(r -> r.stackName("dkp"));
        fixture.settle();
        fixture.cloudFormation.deleteStack(r -> r.stackName(id));
        fixture.cloudFormation.deleteStack(r -> r.stackName("never"));
        fixture.settle();

        assertThat(fixture.history(id))
                .filteredOn(line -> line.startsWith("dkp DELETE_IN_PROGRESS"))
                .hasSize(1);
        assertThat(fixture.stack(id).lastOperations()).hasSize(2);
    }

    private static String renamedPolicy() {
        return Fixture.template().replace("ManagedPolicyName: dkp-bootstrapper-policy", "ManagedPolicyName: renamed");
    }

    private void refusesDeletion(String status) {
        assertThat(fixture.stack("dkp").stackStatusAsString()).isEqualTo(status);
        assertThatThrownBy(() -> fixture.cloudFormation.deleteStack(r -> r.stackName("dkp")))
                .isInstanceOf(CloudFormationException.class)
                .hasMessageContaining("] cannot be deleted while in status " + status);
    }

    private void refusesCancellation() {
        assertThatThrownBy(() -> fixture.cloudFormation.cancelUpdateStack(r -> r.stackName("dkp")))
                .isInstanceOf(CloudFormationException.class)
                .hasMessageContaining("CancelUpdateStack cannot be called from current stack status");
    }

    private void refusesUpdate(String status) {
        assertThatThrownBy(() -> fixture.update(Fixture.template()))
                .isInstanceOf(CloudFormationException.class)
                .hasMessageContaining("is in " + status + " state and can not be updated.");
    }

    private void force() {
        fixture.cloudFormation.deleteStack(r -> r.stackName("dkp").deletionMode(DeletionMode.FORCE_DELETE_STACK));
    }
}
