// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;
import software.amazon.awssdk.services.cloudformation.model.OnFailure;
import software.amazon.awssdk.services.cloudformation.model.RollbackStackResponse;
import software.amazon.awssdk.services.cloudformation.model.UpdateStackRequest;
import software.amazon.awssdk.services.iam.model.NoSuchEntityException;

class RollbackStackTest {
    private static final String OTHER_ACTION = "- ec2:DescribeRegions";

    private final Fixture fixture = new Fixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void deletesWhatAFailedCreationMade() {
        leaveFailedCreation();
        RollbackStackResponse answer =
                fixture.cloudFormation.rollbackStack(r -> r.stackName("dkp").clientRequestToken("back"));
        fixture.settle();

        assertThat(fixture.stack("dkp").stackStatusAsString()).isEqualTo("ROLLBACK_COMPLETE");
        assertThat(answer.stackId()).isEqualTo(fixture.stack("dkp").stackId());
        assertThat(fixture.stack("dkp").lastOperations().get(0).operationId()).isEqualTo(answer.operationId());
        assertThat(fixture.history("dkp"))
                .containsSubsequence(
                        "dkp ROLLBACK_IN_PROGRESS (User Initiated)",
                        "DKPBootstrapRole DELETE_COMPLETE",
                        "dkp ROLLBACK_COMPLETE");
        assertThatThrownBy(() -> fixture.iam.getRole(r -> r.roleName("dkp-bootstrapper-role")))
                .isInstanceOf(NoSuchEntityException.class);
        RollbackStackResponse again =
                fixture.cloudFormation.rollbackStack(r -> r.stackName("dkp").clientRequestToken("back"));
        assertThat(again.operationId()).isEqualTo(answer.operationId());
    }

    @Test
    void keepsWhatIsToBeRetainedUnlessItWasJustMade() {
        String retaining = Fixture.template() + "    DeletionPolicy: Retain\n";
        takePolicyName();
        fixture.cloudFormation.createStack(Fixture.createRequest()
                .templateBody(retaining)
                .disableRollback(true)
                .build());
        fixture.settle();
        fixture.cloudFormation.rollbackStack(r -> r.stackName("dkp"));
        fixture.settle();
        assertThat(fixture.history("dkp")).contains("DKPBootstrapRole DELETE_SKIPPED");
        fixture.cloudFormation.deleteStack(r -> r.stackName("dkp"));
        fixture.iam.deleteRole(r -> r.roleName("dkp-bootstrapper-role"));

        fixture.cloudFormation.createStack(Fixture.createRequest()
                .stackName("second")
                .templateBody(retaining)
                .disableRollback(true)
                .build());
        fixture.settle();
        fixture.cloudFormation.rollbackStack(r -> r.stackName("second").retainExceptOnCreate(true));
        fixture.settle();
        assertThat(fixture.history("second")).contains("DKPBootstrapRole DELETE_COMPLETE");
        assertThat(fixture.stack("second").retainExceptOnCreate()).isTrue();
    }

    @Test
    void bringsAFailedUpdateBack() {
        fixture.create();
        fixture.iam.createRole(r -> r.roleName("taken").assumeRolePolicyDocument(Trust.EC2));
        updateKeeping(Fixture.withRole("Extra", "taken").replace("- ec2:AllocateAddress", OTHER_ACTION));
        assertThat(fixture.stack("dkp").stackStatusAsString()).isEqualTo("UPDATE_FAILED");
        assertThat(document()).contains("DescribeRegions");

        fixture.cloudFormation.rollbackStack(r -> r.stackName("dkp"));
        fixture.settle();

        assertThat(fixture.stack("dkp").stackStatusAsString()).isEqualTo("UPDATE_ROLLBACK_COMPLETE");
        assertThat(document()).contains("AllocateAddress");
        assertThat(fixture.cloudFormation.getTemplate(r -> r.stackName("dkp")).templateBody())
                .isEqualTo(Fixture.template());
        assertThat(fixture.iam.getRole(r -> r.roleName("taken")).role().roleName())
                .isEqualTo("taken");
    }

    @Test
    void refusesStacksThatNothingWasLeftOf() {
        fixture.create();
        assertThatThrownBy(() -> fixture.cloudFormation.rollbackStack(r -> r.stackName("dkp")))
                .isInstanceOf(CloudFormationException.class)
                .hasMessageContaining("RollbackStack cannot be called from current stack status")
                .hasMessageContaining("CREATE_COMPLETE");
        assertThatThrownBy(() -> fixture.cloudFormation.rollbackStack(r -> r.stackName("other")))
                .hasMessageContaining("Stack [other] does not exist");
    }

    @Test
    void completesACreationThatFailedByAnUpdate() {
        String policy = leaveFailedCreation();
        fixture.iam.deletePolicy(r -> r.policyArn(policy));
        assertThatThrownBy(() -> fixture.update(Fixture.template()))
                .hasMessageContaining("This stack is currently in a non-terminal [CREATE_FAILED] state. To update the "
                        + "stack from this state, please use the disable-rollback parameter with update-stack API. To "
                        + "rollback to the last known good state, use the rollback-stack API");
        updateKeeping(Fixture.template());

        assertThat(fixture.stack("dkp").stackStatusAsString()).isEqualTo("UPDATE_COMPLETE");
        assertThat(fixture.history("dkp"))
                .containsSubsequence(
                        "dkp UPDATE_IN_PROGRESS (User Initiated)",
                        "AWSIAMManagedPolicyDKPBootstrapper CREATE_COMPLETE",
                        "AWSIAMInstanceProfileDKPBootstrapper CREATE_COMPLETE",
                        "dkp UPDATE_COMPLETE");
        assertThatThrownBy(() -> fixture.cloudFormation.rollbackStack(r -> r.stackName("dkp")))
                .hasMessageContaining("UPDATE_COMPLETE");
    }

    @Test
    void doesNotUpdateACreationThatWasLeftByOnFailure() {
        takePolicyName();
        fixture.cloudFormation.createStack(
                Fixture.createRequest().onFailure(OnFailure.DO_NOTHING).build());
        fixture.settle();

        assertThatThrownBy(() -> updateKeeping(Fixture.template()))
                .hasMessageContaining(
                        "This stack cannot be updated from [CREATE_FAILED] state because it contains "
                                + "[on-failure: DO_NOTHING]. Please use disable-rollback option instead during stack creation.");
    }

    @Test
    void goesOnWithAFailedUpdateAndStillKnowsTheWayBackToWhereItWasStable() {
        fixture.create();
        fixture.iam.createRole(r -> r.roleName("taken").assumeRolePolicyDocument(Trust.EC2));
        updateKeeping(Fixture.withRole("Extra", "taken").replace("- ec2:AllocateAddress", OTHER_ACTION));
        updateKeeping(Fixture.withRole("Extra", "taken").replace("- ec2:AllocateAddress", "- ec2:DescribeVpcs"));
        assertThat(fixture.stack("dkp").stackStatusAsString()).isEqualTo("UPDATE_FAILED");
        assertThat(document()).contains("DescribeVpcs");

        fixture.cloudFormation.rollbackStack(r -> r.stackName("dkp"));
        fixture.settle();
        assertThat(document()).contains("AllocateAddress");

        updateKeeping(Fixture.withRole("Extra", "taken"));
        fixture.iam.deleteRole(r -> r.roleName("taken"));
        updateKeeping(Fixture.withRole("Extra", "taken"));
        assertThat(fixture.stack("dkp").stackStatusAsString()).isEqualTo("UPDATE_COMPLETE");
        assertThat(fixture.iam.getRole(r -> r.roleName("taken")).role().roleName())
                .isEqualTo("taken");
    }

    @Test
    void deletesTheNewResourcesOfAnUpdateThatIsRolledBack() {
        fixture.create();
        fixture.iam.createRole(r -> r.roleName("taken").assumeRolePolicyDocument(Trust.EC2));
        updateKeeping(Fixture.withRole("Extra", "fresh")
                + Fixture.withRole("Other", "taken")
                        .substring(Fixture.template().length())
                        .replace("AWSIAMInstanceProfileDKPBootstrapper]", "Extra]"));
        assertThat(fixture.stack("dkp").stackStatusAsString()).isEqualTo("UPDATE_FAILED");
        assertThat(fixture.iam.getRole(r -> r.roleName("fresh")).role().roleName())
                .isEqualTo("fresh");

        fixture.cloudFormation.rollbackStack(r -> r.stackName("dkp"));
        fixture.settle();
        assertThat(fixture.stack("dkp").stackStatusAsString()).isEqualTo("UPDATE_ROLLBACK_COMPLETE");
        assertThatThrownBy(() -> fixture.iam.getRole(r -> r.roleName("fresh")))
                .isInstanceOf(NoSuchEntityException.class);
    }

    @Test
    void refusesReplacementsThatCannotBeRolledBack() {
        fixture.create();
        updateKeeping(Fixture.template().replace("RoleName: dkp-bootstrapper-role", "RoleName: renamed"));

        assertThat(fixture.stack("dkp").stackStatusAsString()).isEqualTo("UPDATE_FAILED");
        assertThat(fixture.history("dkp"))
                .contains("DKPBootstrapRole UPDATE_FAILED (Replacement type updates not supported on stack with "
                        + "disable-rollback.)");
        fixture.cloudFormation.rollbackStack(r -> r.stackName("dkp"));
        fixture.settle();
        assertThat(fixture.stack("dkp").stackStatusAsString()).isEqualTo("UPDATE_ROLLBACK_COMPLETE");
        assertThat(fixture.iam
                        .getRole(r -> r.roleName("dkp-bootstrapper-role"))
                        .role()
                        .arn())
                .isEqualTo(Fixture.ROLE);
    }

    @Test
    void endsInRollbackFailedIfWhatWasMadeCannotBeDeleted() {
        takePolicyName();
        fixture.cloudFormation.createStack(Fixture.createRequest()
                .templateBody(
                        Fixture.template()
                                .replace(
                                        "      Roles:\n        - Ref: DKPBootstrapRole\n    Type: AWS::IAM::ManagedPolicy",
                                        "    DependsOn: AWSIAMInstanceProfileDKPBootstrapper\n    Type: AWS::IAM::ManagedPolicy"))
                .build());
        fixture.clock.advance(Duration.ofSeconds(60));
        fixture.iam.attachRolePolicy(
                r -> r.roleName("dkp-bootstrapper-role").policyArn("arn:aws:iam::aws:policy/AdministratorAccess"));
        fixture.settle();

        assertThat(fixture.stack("dkp").stackStatusAsString()).isEqualTo("ROLLBACK_FAILED");
        assertThatThrownBy(() -> fixture.cloudFormation.rollbackStack(r -> r.stackName("dkp")))
                .hasMessageContaining("ROLLBACK_FAILED");
        assertThatThrownBy(() -> fixture.update(Fixture.template()))
                .hasMessageContaining("is in ROLLBACK_FAILED state and can not be updated.");
    }

    private String leaveFailedCreation() {
        String policy = takePolicyName();
        fixture.cloudFormation.createStack(
                Fixture.createRequest().disableRollback(true).build());
        fixture.settle();
        assertThat(fixture.stack("dkp").stackStatusAsString()).isEqualTo("CREATE_FAILED");
        return policy;
    }

    private String takePolicyName() {
        return fixture.iam
                .createPolicy(r -> r.policyName("dkp-bootstrapper-policy")
                        .policyDocument("{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\","
                                + "\"Action\":\"s3:*\",\"Resource\":\"*\"}}"))
                .policy()
                .arn();
    }

    private void updateKeeping(String template) {
        fixture.cloudFormation.updateStack(UpdateStackRequest.builder()
                .stackName("dkp")
                .templateBody(template)
                .capabilitiesWithStrings("CAPABILITY_NAMED_IAM")
                .disableRollback(true)
                .build());
        fixture.settle();
    }

    private String document() {
        String version =
                fixture.iam.getPolicy(r -> r.policyArn(Fixture.POLICY)).policy().defaultVersionId();
        return fixture.iam
                .getPolicyVersion(r -> r.policyArn(Fixture.POLICY).versionId(version))
                .policyVersion()
                .document();
    }
}
