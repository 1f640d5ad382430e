// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dkpbootstrap.policy.Effect;
import io.github.dkpbootstrap.policy.PolicyDocument;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;
import software.amazon.awssdk.services.cloudformation.model.CreateStackResponse;
import software.amazon.awssdk.services.cloudformation.model.DescribeEventsRequest;
import software.amazon.awssdk.services.cloudformation.model.EventType;
import software.amazon.awssdk.services.cloudformation.model.OperationEvent;
import software.amazon.awssdk.services.cloudformation.model.OperationType;
import software.amazon.awssdk.services.cloudformation.model.UpdateStackResponse;

class OperationEventsTest {
    private static final String TRUST_OF_NOBODY = "AWS: arn:aws:iam::123456789012:role/nobody";

    private final Fixture fixture = new Fixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void namesTheOperationInTheAnswerInTheStackAndInItsEvents() {
        CreateStackResponse created = fixture.cloudFormation.createStack(
                Fixture.createRequest().clientRequestToken("create").build());
        fixture.settle();

        assertThat(created.operationId()).matches("[0-9a-f-]{36}");
        assertThat(operations()).containsExactly("CREATE_STACK " + created.operationId());
        assertThat(fixture.cloudFormation
                        .describeStackEvents(r -> r.stackName("dkp"))
                        .stackEvents())
                .extracting(event -> event.operationId())
                .containsOnly(created.operationId());
        CreateStackResponse repeated = fixture.cloudFormation.createStack(
                Fixture.createRequest().clientRequestToken("create").build());
        assertThat(repeated.operationId()).isEqualTo(created.operationId());
    }

    @Test
    void tellsWhatHappenedInAnOperationFromItsStartToItsEnd() {
        String id = fixture.cloudFormation
                .createStack(
                        Fixture.createRequest().clientRequestToken("create").build())
                .operationId();
        fixture.settle();

        List<OperationEvent> events = events(r -> r.operationId(id));
        OperationEvent first = events.get(events.size() - 1);
        assertThat(first.eventType()).isEqualTo(EventType.STACK_EVENT);
        assertThat(first.operationType()).isEqualTo(OperationType.CREATE_STACK);
        assertThat(first.operationStatusAsString()).isEqualTo("IN_PROGRESS");
        assertThat(first.resourceStatusAsString()).isEqualTo("CREATE_IN_PROGRESS");
        assertThat(first.endTime()).isNull();
        OperationEvent last = events.get(0);
        assertThat(last.operationStatusAsString()).isEqualTo("SUCCEEDED");
        assertThat(Duration.between(last.startTime(), last.endTime()))
                .isBetween(Duration.ofSeconds(138), Duration.ofSeconds(142));
        assertThat(events).extracting(OperationEvent::clientRequestToken).containsOnly("create");
        assertThat(events.subList(1, events.size() - 1)).hasSize(9).allSatisfy(event -> {
            assertThat(event.eventType()).isEqualTo(EventType.PROGRESS_EVENT);
            assertThat(event.resourceProperties()).startsWith("{");
            assertThat(event.stackId()).isEqualTo(fixture.stack("dkp").stackId());
        });
        assertThat(events).extracting(OperationEvent::eventId).doesNotHaveDuplicates();
    }

    @Test
    void makesAnAutomaticRollbackAnOperationOfItsOwn() {
        fixture.iam.createRole(r -> r.roleName("dkp-bootstrapper-role").assumeRolePolicyDocument(Trust.EC2));
        String id = fixture.cloudFormation
                .createStack(
                        Fixture.createRequest().clientRequestToken("create").build())
                .operationId();
        fixture.settle();

        assertThat(operations()).hasSize(2).last().isEqualTo("CREATE_STACK " + id);
        assertThat(operations().get(0)).startsWith("ROLLBACK ");
        List<OperationEvent> failed = failures(r -> r.operationId(id));
        assertThat(failed)
                .extracting(OperationEvent::eventTypeAsString)
                .containsExactly("STACK_EVENT", "PROVISIONING_ERROR");
        assertThat(failed.get(0).operationStatusAsString()).isEqualTo("FAILED");
        assertThat(failed.get(1).logicalResourceId()).isEqualTo("DKPBootstrapRole");
        assertThat(failed.get(1).resourceStatusReason()).contains("already exists");
        String rollback = operations().get(0).substring("ROLLBACK ".length());
        assertThat(events(r -> r.operationId(rollback)))
                .extracting(OperationEvent::resourceStatusAsString)
                .containsExactly("ROLLBACK_COMPLETE", "DELETE_COMPLETE", "ROLLBACK_IN_PROGRESS");
        assertThat(events(r -> r.operationId(rollback)))
                .extracting(OperationEvent::clientRequestToken)
                .containsOnly("create");
    }

    @Test
    void findsNoFailureOfARolledBackUpdateWithoutTheIdOfTheUpdate() {
        fixture.create();
        UpdateStackResponse update = fixture.cloudFormation.updateStack(r -> r.stackName("dkp")
                .templateBody(Fixture.template().replace("AWS: arn:aws:iam::123456789012:root", TRUST_OF_NOBODY))
                .capabilitiesWithStrings("CAPABILITY_NAMED_IAM"));
        fixture.settle();

        assertThat(fixture.stack("dkp").stackStatusAsString()).isEqualTo("UPDATE_ROLLBACK_COMPLETE");
        assertThat(failures(r -> r.stackName("dkp"))).isEmpty();
        assertThat(failures(r -> r.operationId(update.operationId())))
                .extracting(OperationEvent::logicalResourceId)
                .containsExactly("dkp", "DKPBootstrapRole");
        assertThat(operations())
                .extracting(operation -> operation.substring(0, operation.indexOf(" ")))
                .containsExactly("ROLLBACK", "UPDATE_STACK", "CREATE_STACK");
        assertThat(events(r -> r.stackName("dkp")))
                .extracting(OperationEvent::operationId)
                .contains(update.operationId());
    }

    @Test
    void keepsOnlyTheNewestOperationOfEachKindInTheStack() {
        fixture.create();
        fixture.update(Fixture.template().replace("- ec2:AllocateAddress", "- ec2:DescribeRegions"));
        fixture.settle();
        String second = fixture.cloudFormation
                .updateStack(r -> r.stackName("dkp")
                        .templateBody(Fixture.template())
                        .capabilitiesWithStrings("CAPABILITY_NAMED_IAM"))
                .operationId();
        fixture.settle();

        assertThat(operations()).hasSize(2).first().isEqualTo("UPDATE_STACK " + second);
    }

    @Test
    void givesACancelledUpdateAnEndAndTheRollbackTheTokenOfTheCancellation() {
        fixture.create();
        String update = fixture.cloudFormation
                .updateStack(r -> r.stackName("dkp")
                        .templateBody(Fixture.template().replace("- ec2:AllocateAddress", "- ec2:DescribeRegions"))
                        .capabilitiesWithStrings("CAPABILITY_NAMED_IAM")
                        .clientRequestToken("update"))
                .operationId();
        fixture.clock.advance(Duration.ofSeconds(3));
        fixture.cloudFormation.cancelUpdateStack(r -> r.stackName("dkp").clientRequestToken("cancel"));
        fixture.settle();

        assertThat(events(r -> r.operationId(update)).get(0).operationStatusAsString())
                .isEqualTo("FAILED");
        assertThat(events(r -> r.stackName("dkp")).get(0).clientRequestToken()).isEqualTo("cancel");
        assertThat(events(r -> r.stackName("dkp")).get(0).operationTypeAsString())
                .isEqualTo("ROLLBACK");
    }

    @Test
    void stillKnowsTheEventsOfADeletedStackByItsId() {
        String id = fixture.create();
        fixture.cloudFormation.deleteStack(r -> r.stackName("dkp"));
        fixture.settle();

        assertThat(events(r -> r.stackName(id)).get(0).operationTypeAsString()).isEqualTo("DELETE_STACK");
        assertThatThrownBy(() -> events(r -> r.stackName("dkp"))).hasMessageContaining("Stack [dkp] does not exist");
    }

    @Test
    void givesEventsInPages() {
        try (Fixture small = new Fixture(4)) {
            small.create();
            assertThat(small.cloudFormation
                            .describeEvents(r -> r.stackName("dkp"))
                            .operationEvents())
                    .hasSize(4);
            assertThat(small.cloudFormation
                            .describeEventsPaginator(r -> r.stackName("dkp"))
                            .operationEvents())
                    .hasSize(11);
        }
    }

    @Test
    void refusesACallThatNamesNothingOrWhatIsNotThereOrThatIsNotAllowed() {
        assertThatThrownBy(() -> events(r -> {}))
                .isInstanceOf(CloudFormationException.class)
                .hasMessageContaining("One of ChangeSetName, OperationId or StackName must be specified");
        assertThatThrownBy(() -> events(r -> r.operationId("4711")))
                .isInstanceOf(CloudFormationException.class)
                .hasMessageContaining("Operation [4711] does not exist");
        fixture.create();
        PolicyDocument policy = PolicyDocument.builder()
                .addStatement(s -> s.effect(Effect.ALLOW)
                        .actions("cloudformation:DescribeStacks", "cloudformation:DescribeStackEvents")
                        .resources("*"))
                .build();
        CloudFormationClient limited = fixture.cloudFormation(Fixture.basic(fixture.aws.createUser("alice", policy)));
        assertThatThrownBy(() -> limited.describeEvents(r -> r.stackName("dkp")))
                .isInstanceOfSatisfying(
                        CloudFormationException.class,
                        e -> assertThat(e.statusCode()).isEqualTo(403))
                .hasMessageContaining("is not authorized to perform: cloudformation:DescribeEvents");
    }

    private List<String> operations() {
        return fixture.stack("dkp").lastOperations().stream()
                .map(operation -> operation.operationTypeAsString() + " " + operation.operationId())
                .toList();
    }

    private List<OperationEvent> failures(Consumer<DescribeEventsRequest.Builder> request) {
        return events(request.andThen(r -> r.filters(f -> f.failedEvents(true))));
    }

    private List<OperationEvent> events(Consumer<DescribeEventsRequest.Builder> request) {
        return new ArrayList<>(fixture.cloudFormation.describeEvents(request).operationEvents());
    }
}
