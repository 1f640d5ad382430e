// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;
import software.amazon.awssdk.services.cloudformation.model.ContinueUpdateRollbackRequest;

class ContinueRollbackTest {
    private final Fixture fixture = new Fixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void endsAnUpdateWhoseRollbackFailsInUpdateRollbackFailed() {
        failRollback();

        assertThat(fixture.stack("dkp").stackStatusAsString()).isEqualTo("UPDATE_ROLLBACK_FAILED");
        assertThat(fixture.stack("dkp").stackStatusReason())
                .isEqualTo("The following resource(s) failed to update: "
                        + "[AWSIAMManagedPolicyDKPBootstrapper, DKPBootstrapRole]. ");
        assertThat(fixture.history("dkp"))
                .anySatisfy(line -> assertThat(line)
                        .startsWith("DKPBootstrapRole UPDATE_FAILED")
                        .contains("The role with name dkp-bootstrapper-role cannot be found."))
                .contains("AWSIAMManagedPolicyDKPBootstrapper UPDATE_FAILED (Resource update cancelled)");
        assertThatThrownBy(() -> fixture.update(Fixture.template()))
                .hasMessageContaining("is in UPDATE_ROLLBACK_FAILED state and can not be updated.");
        assertThatThrownBy(() -> fixture.cloudFormation.rollbackStack(r -> r.stackName("dkp")))
                .hasMessageContaining("UPDATE_ROLLBACK_FAILED");
    }

    @Test
    void goesOnWhenTheCauseIsGone() {
        failRollback();
        fixture.iam.createRole(r -> r.roleName("dkp-bootstrapper-role").assumeRolePolicyDocument(Trust.EC2));
        goOn(r -> r.clientRequestToken("again"));
        assertThat(fixture.stack("dkp").stackStatusAsString()).isEqualTo("UPDATE_ROLLBACK_IN_PROGRESS");
        goOn(r -> r.clientRequestToken("again"));
        fixture.settle();

        assertThat(fixture.stack("dkp").stackStatusAsString()).isEqualTo("UPDATE_ROLLBACK_COMPLETE");
        assertThat(fixture.stack("dkp").lastOperations().get(0).operationTypeAsString())
                .isEqualTo("CONTINUE_ROLLBACK");
        assertThat(fixture.iam
                        .getRole(r -> r.roleName("dkp-bootstrapper-role"))
                        .role()
                        .assumeRolePolicyDocument())
                .contains("ec2.amazonaws.com")
                .contains("root");
        assertThat(fixture.history("dkp"))
                .endsWith(
                        "DKPBootstrapRole UPDATE_COMPLETE",
                        "AWSIAMManagedPolicyDKPBootstrapper UPDATE_COMPLETE",
                        "dkp UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS",
                        "Extra DELETE_COMPLETE",
                        "dkp UPDATE_ROLLBACK_COMPLETE");
        assertThatThrownBy(() -> goOn(r -> {}))
                .isInstanceOf(CloudFormationException.class)
                .hasMessageContaining("RollbackUpdatedStack cannot be called from current stack status");
    }

    @Test
    void failsAgainWhileTheCauseLasts() {
        failRollback();
        goOn(r -> {});
        fixture.settle();
        assertThat(fixture.stack("dkp").stackStatusAsString()).isEqualTo("UPDATE_ROLLBACK_FAILED");
        assertThat(fixture.stack("dkp").lastOperations().get(0).operationTypeAsString())
                .isEqualTo("CONTINUE_ROLLBACK");
    }

    @Test
    void skipsTheResourcesThatCouldNotBeRolledBack() {
        failRollback();
        goOn(r -> r.resourcesToSkip("DKPBootstrapRole"));
        fixture.settle();

        assertThat(fixture.stack("dkp").stackStatusAsString()).isEqualTo("UPDATE_ROLLBACK_COMPLETE");
        assertThat(fixture.cloudFormation
                        .describeStackResource(r -> r.stackName("dkp").logicalResourceId("DKPBootstrapRole"))
                        .stackResourceDetail()
                        .resourceStatusAsString())
                .isEqualTo("UPDATE_COMPLETE");
        assertThat(fixture.iam
                        .getPolicy(r -> r.policyArn(Fixture.POLICY))
                        .policy()
                        .defaultVersionId())
                .isEqualTo("v3");
    }

    @Test
    void doesNotSkipResourcesThatTheRollbackOnlyDidNotGetTo() {
        failRollback();
        assertThatThrownBy(() -> goOn(r -> r.resourcesToSkip("AWSIAMManagedPolicyDKPBootstrapper", "Nothing")))
                .isInstanceOf(CloudFormationException.class)
                .hasMessageContaining("[AWSIAMManagedPolicyDKPBootstrapper, Nothing] cannot be skipped");
        assertThat(fixture.stack("dkp").stackStatusAsString()).isEqualTo("UPDATE_ROLLBACK_FAILED");
    }

    @Test
    void canDeleteAStackWhoseRollbackFailed() {
        String id = failRollback();
        fixture.cloudFormation.deleteStack(r -> r.stackName("dkp"));
        fixture.settle();
        assertThat(fixture.stack(id).stackStatusAsString()).isEqualTo("DELETE_COMPLETE");
    }

    /** Updates policy and role, lets the update fail at a third resource, and takes the role away before the way back. */
    private String failRollback() {
        String id = fixture.create();
        fixture.iam.createRole(r -> r.roleName("taken").assumeRolePolicyDocument(Trust.EC2));
        fixture.update(Fixture.withRole("Extra", "taken")
                .replace("- ec2.amazonaws.com", "- ecs.amazonaws.com")
                .replace("- ec2:AllocateAddress", "- ec2:DescribeRegions"));
        fixture.clock.advance(Duration.ofSeconds(25));
        assertThat(fixture.stack("dkp").stackStatusAsString()).isEqualTo("UPDATE_IN_PROGRESS");
        fixture.deleteRoleByHand();
        fixture.settle();
        return id;
    }

    private void goOn(Consumer<ContinueUpdateRollbackRequest.Builder> request) {
        fixture.cloudFormation.continueUpdateRollback(request.andThen(r -> r.stackName("dkp")));
    }
}
