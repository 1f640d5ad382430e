// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.dkpbootstrap.policy.Effect;
import io.github.dkpbootstrap.policy.PolicyDocument;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.OnFailure;
import software.amazon.awssdk.services.cloudformation.model.OperationEvent;
import software.amazon.awssdk.services.iam.model.NoSuchEntityException;

class EarlyValidationTest {
    private static final String REASON = "Validation failure detected. See the operation's FAILED event for details.";

    private final Fixture fixture = new Fixture(builder -> builder.earlyValidation(EarlyValidation.ON));

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void failsACreationWithoutTouchingAResourceAndWithoutSayingWhyInTheStacksEvents() {
        takeRoleName();
        fixture.cloudFormation.createStack(Fixture.createRequest().build());
        fixture.clock.advance(Duration.ofSeconds(9));

        assertThat(fixture.history("dkp"))
                .containsExactly(
                        "dkp CREATE_IN_PROGRESS (User Initiated)",
                        "dkp ROLLBACK_IN_PROGRESS (" + REASON + ")",
                        "dkp ROLLBACK_COMPLETE");
        assertThat(fixture.cloudFormation
                        .listStackResources(r -> r.stackName("dkp"))
                        .stackResourceSummaries())
                .isEmpty();
    }

    @Test
    void tellsTheCauseInDescribeEvents() {
        takeRoleName();
        String operation = fixture.cloudFormation
                .createStack(Fixture.createRequest().build())
                .operationId();
        fixture.settle();

        List<OperationEvent> failed = failures(operation);
        assertThat(failed).extracting(OperationEvent::eventTypeAsString).contains("VALIDATION_ERROR", "STACK_EVENT");
        OperationEvent finding = failed.get(failed.size() - 1);
        assertThat(finding.validationName()).isEqualTo("NAME_CONFLICT_VALIDATION");
        assertThat(finding.validationStatusAsString()).isEqualTo("FAILED");
        assertThat(finding.validationFailureModeAsString()).isEqualTo("FAIL");
        assertThat(finding.validationStatusReason())
                .isEqualTo("Resource of type 'AWS::IAM::Role' with identifier 'dkp-bootstrapper-role' already exists.");
        assertThat(finding.validationPath()).isEqualTo("/Resources/DKPBootstrapRole");
        assertThat(finding.logicalResourceId()).isEqualTo("DKPBootstrapRole");
        assertThat(finding.physicalResourceId()).isEqualTo("dkp-bootstrapper-role");
        assertThat(finding.resourceType()).isEqualTo("AWS::IAM::Role");
        assertThat(fixture.cloudFormation
                        .describeEvents(r -> r.stackName("dkp").filters(f -> f.failedEvents(true)))
                        .operationEvents())
                .contains(finding);
    }

    @Test
    void tellsAllThatIsWrongWithPropertiesAtOnce() {
        String operation = fixture.cloudFormation
                .createStack(Fixture.createRequest().templateBody("""
                                Resources:
                                  Role:
                                    Type: AWS::IAM::Role
                                    Properties:
                                      RolName: misspelt
                                """).build())
                .operationId();
        fixture.settle();

        assertThat(fixture.stack("dkp").stackStatusAsString()).isEqualTo("ROLLBACK_COMPLETE");
        assertThat(failures(operation))
                .filteredOn(event -> event.eventTypeAsString().equals("VALIDATION_ERROR"))
                .extracting(OperationEvent::validationName, OperationEvent::validationStatusReason)
                .containsExactlyInAnyOrder(
                        tuple("PROPERTY_VALIDATION", "#: required key [AssumeRolePolicyDocument] not found"),
                        tuple("PROPERTY_VALIDATION", "#: extraneous key [RolName] is not permitted"));
    }

    @Test
    void endsAFailedCreationAsTheCallerChose() {
        takeRoleName();
        fixture.cloudFormation.createStack(
                Fixture.createRequest().disableRollback(true).build());
        String deleted = fixture.cloudFormation
                .createStack(Fixture.createRequest()
                        .stackName("gone")
                        .onFailure(OnFailure.DELETE)
                        .build())
                .stackId();
        fixture.settle();

        assertThat(fixture.stack("dkp").stackStatusAsString()).isEqualTo("CREATE_FAILED");
        assertThat(fixture.stack("dkp").stackStatusReason()).isEqualTo(REASON);
        assertThat(fixture.stack(deleted).stackStatusAsString()).isEqualTo("DELETE_COMPLETE");
    }

    @Test
    void leavesAStackAsItIsWhoseUpdateItRejects() {
        fixture.create();
        fixture.iam.createRole(r -> r.roleName("taken").assumeRolePolicyDocument(Trust.EC2));
        String operation = fixture.cloudFormation
                .updateStack(r -> r.stackName("dkp")
                        .templateBody(Fixture.withRole("Extra", "taken").replace("- ec2:AllocateAddress", "- ec2:Z"))
                        .capabilitiesWithStrings("CAPABILITY_NAMED_IAM"))
                .operationId();
        fixture.settle();

        assertThat(fixture.history("dkp"))
                .endsWith(
                        "dkp CREATE_COMPLETE",
                        "dkp UPDATE_IN_PROGRESS (User Initiated)",
                        "dkp UPDATE_ROLLBACK_IN_PROGRESS (" + REASON + ")",
                        "dkp UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS",
                        "dkp UPDATE_ROLLBACK_COMPLETE");
        assertThat(failures(operation))
                .extracting(OperationEvent::validationName)
                .contains("NAME_CONFLICT_VALIDATION");
        assertThat(fixture.cloudFormation.getTemplate(r -> r.stackName("dkp")).templateBody())
                .isEqualTo(Fixture.template());
        fixture.update(Fixture.template().replace("- ec2:AllocateAddress", "- ec2:DescribeRegions"));
        fixture.settle();
        assertThat(fixture.stack("dkp").stackStatusAsString()).isEqualTo("UPDATE_COMPLETE");
    }

    @Test
    void doesNotTakeTheStacksOwnResourcesForConflicts() {
        fixture.create();
        assertThat(fixture.stack("dkp").stackStatusAsString()).isEqualTo("CREATE_COMPLETE");
        fixture.update(Fixture.template().replace("- ec2.amazonaws.com", "- ecs.amazonaws.com"));
        fixture.settle();
        assertThat(fixture.stack("dkp").stackStatusAsString()).isEqualTo("UPDATE_COMPLETE");
    }

    @Test
    void cannotSeeThatAManagedPolicyExistsForItsIdentifierIsAnArn() {
        fixture.iam.createPolicy(r -> r.policyName("dkp-bootstrapper-policy").policyDocument(ANY));
        fixture.create();

        assertThat(fixture.history("dkp"))
                .anySatisfy(line -> assertThat(line).startsWith("AWSIAMManagedPolicyDKPBootstrapper CREATE_FAILED"));
    }

    @Test
    void doesNotLookForNamesThatTheCallerMayNotLookUp() {
        takeRoleName();
        PolicyDocument policy = PolicyDocument.builder()
                .addStatement(s -> s.effect(Effect.ALLOW)
                        .actions("cloudformation:*", "iam:CreateRole")
                        .resources("*"))
                .build();
        CloudFormationClient limited = fixture.cloudFormation(Fixture.basic(fixture.aws.createUser("alice", policy)));
        limited.createStack(Fixture.createRequest().build());
        fixture.settle();

        assertThat(fixture.history("dkp"))
                .anySatisfy(line -> assertThat(line).startsWith("DKPBootstrapRole CREATE_FAILED"));
    }

    @Test
    void isSkippedForACallThatDisablesIt() {
        takeRoleName();
        fixture.cloudFormation.createStack(Fixture.createRequest()
                .overrideConfiguration(c -> c.putRawQueryParameter("DisableValidation", "true"))
                .build());
        fixture.settle();

        assertThat(fixture.history("dkp"))
                .anySatisfy(line -> assertThat(line).startsWith("DKPBootstrapRole CREATE_FAILED"));
    }

    @Test
    void givesWayToADeletionThatComesFirst() {
        takeRoleName();
        String id = fixture.cloudFormation
                .createStack(Fixture.createRequest().build())
                .stackId();
        fixture.cloudFormation.deleteStack(r -> r.stackName("dkp"));
        fixture.settle();

        assertThat(fixture.history(id))
                .containsExactly(
                        "dkp CREATE_IN_PROGRESS (User Initiated)",
                        "dkp DELETE_IN_PROGRESS (User Initiated)",
                        "dkp DELETE_COMPLETE");
        assertThatThrownBy(() -> fixture.iam.getPolicy(r -> r.policyArn(Fixture.POLICY)))
                .isInstanceOf(NoSuchEntityException.class);
    }

    private void takeRoleName() {
        fixture.iam.createRole(r -> r.roleName("dkp-bootstrapper-role").assumeRolePolicyDocument(Trust.EC2));
    }

    private List<OperationEvent> failures(String operation) {
        return fixture.cloudFormation
                .describeEvents(r -> r.operationId(operation).filters(f -> f.failedEvents(true)))
                .operationEvents();
    }

    private static final String ANY =
            "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"s3:*\",\"Resource\":\"*\"}}";
}
