// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetNotFoundException;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetType;
import software.amazon.awssdk.services.cloudformation.model.CreateChangeSetResponse;
import software.amazon.awssdk.services.cloudformation.model.DescribeChangeSetResponse;
import software.amazon.awssdk.services.cloudformation.model.OperationEvent;

class ChangeSetEventsTest {
    private final Fixture fixture = new Fixture(builder -> builder.earlyValidation(EarlyValidation.ON));
    private final ChangeSetSteps sets = new ChangeSetSteps(fixture);

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void failsAChangeSetEarlyAndTellsTheCauseInDescribeEvents() {
        fixture.iam.createRole(r -> r.roleName("dkp-bootstrapper-role").assumeRolePolicyDocument(Trust.EC2));
        DescribeChangeSetResponse set = sets.create("first", ChangeSetType.CREATE, Fixture.template());

        assertThat(set.statusAsString()).isEqualTo("FAILED");
        assertThat(set.statusReason())
                .isEqualTo(
                        "The following hook(s)/validation failed: [AWS::EarlyValidation::ResourceExistenceCheck]. To "
                                + "troubleshoot Early Validation errors, use the DescribeEvents API for detailed failure "
                                + "information.");
        List<OperationEvent> failed = failures(set.changeSetId());
        assertThat(failed)
                .extracting(OperationEvent::eventTypeAsString)
                .containsExactly("STACK_EVENT", "VALIDATION_ERROR");
        assertThat(failed).extracting(OperationEvent::operationTypeAsString).containsOnly("CREATE_CHANGESET");
        assertThat(failed.get(0).operationStatusAsString()).isEqualTo("FAILED");
        assertThat(failed.get(1).validationStatusReason())
                .isEqualTo("Resource of type 'AWS::IAM::Role' with identifier 'dkp-bootstrapper-role' already exists.");
        assertThatThrownBy(() -> sets.execute("first")).hasMessageContaining("cannot be executed");
    }

    @Test
    void doesNotMindNamesThatAreToBeImported() {
        fixture.iam.createRole(r -> r.roleName("dkp-bootstrapper-role").assumeRolePolicyDocument(Trust.EC2));
        DescribeChangeSetResponse set = sets.create(
                "first", ChangeSetType.CREATE, ChangeSetSteps.keeping("Retain"), r -> r.importExistingResources(true));
        assertThat(set.statusReason()).isNull();
        assertThat(set.statusAsString()).isEqualTo("CREATE_COMPLETE");
        sets.execute("first");
        assertThat(fixture.stack("dkp").stackStatusAsString()).isEqualTo("CREATE_COMPLETE");
    }

    @Test
    void makesTheCreationOfAChangeSetAnOperation() {
        CreateChangeSetResponse created =
                sets.begin("first", ChangeSetType.CREATE, Fixture.template(), r -> r.clientToken("token"));
        assertThat(events(created.id()))
                .extracting(OperationEvent::operationStatusAsString)
                .containsOnly("IN_PROGRESS");
        fixture.settle();
        assertThat(events(created.id()).get(0).operationStatusAsString()).isEqualTo("SUCCEEDED");
        assertThat(events(created.id()).get(0).clientRequestToken()).isEqualTo("token");
        sets.execute("first");

        assertThat(fixture.stack("dkp").lastOperations())
                .extracting(operation -> operation.operationTypeAsString())
                .containsExactly("CREATE_STACK", "CREATE_CHANGESET");
        assertThat(fixture.cloudFormation
                        .describeEvents(r -> r.stackName("dkp").changeSetName("first"))
                        .operationEvents())
                .extracting(OperationEvent::operationTypeAsString)
                .containsOnly("CREATE_CHANGESET");
    }

    @Test
    void wantsTheArnOfAChangeSetOrItsStack() {
        sets.create("first", ChangeSetType.CREATE, Fixture.template());
        assertThatThrownBy(() -> fixture.cloudFormation.describeEvents(r -> r.changeSetName("first")))
                .hasMessageContaining("One of ChangeSetName, OperationId or StackName must be specified");
        assertThatThrownBy(() -> fixture.cloudFormation.describeEvents(
                        r -> r.stackName("dkp").changeSetName("second")))
                .isInstanceOf(ChangeSetNotFoundException.class);
    }

    private List<OperationEvent> failures(String changeSet) {
        return fixture.cloudFormation
                .describeEvents(r -> r.changeSetName(changeSet).filters(f -> f.failedEvents(true)))
                .operationEvents();
    }

    private List<OperationEvent> events(String changeSet) {
        return fixture.cloudFormation
                .describeEvents(r -> r.changeSetName(changeSet))
                .operationEvents();
    }
}
