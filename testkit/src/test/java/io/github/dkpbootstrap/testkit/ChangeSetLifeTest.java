// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudformation.model.AlreadyExistsException;
import software.amazon.awssdk.services.cloudformation.model.ChangeAction;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetType;
import software.amazon.awssdk.services.cloudformation.model.CreateChangeSetResponse;
import software.amazon.awssdk.services.cloudformation.model.DescribeChangeSetResponse;
import software.amazon.awssdk.services.cloudformation.model.ExecutionStatus;
import software.amazon.awssdk.services.cloudformation.model.OnStackFailure;
import software.amazon.awssdk.services.cloudformation.model.Parameter;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.cloudformation.model.Tag;

class ChangeSetLifeTest {
    private static final String CHANGED = Fixture.template().replace("- ec2:AllocateAddress", "- ec2:DescribeRegions");

    private final Fixture fixture = new Fixture();
    private final ChangeSetSteps sets = new ChangeSetSteps(fixture);

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void takesAStackFromReviewToCreation() {
        CreateChangeSetResponse begun = sets.begin("first", ChangeSetType.CREATE, Fixture.template());
        assertThat(begun.id()).startsWith("arn:aws:cloudformation:us-east-1:123456789012:changeSet/first/");
        assertThat(fixture.stack("dkp").stackId()).isEqualTo(begun.stackId());
        assertThat(fixture.history("dkp")).containsExactly("dkp REVIEW_IN_PROGRESS (User Initiated)");
        assertThat(statuses()).containsExactly("CREATE_PENDING UNAVAILABLE");
        fixture.clock.advance(Duration.ofSeconds(1));
        assertThat(statuses()).containsExactly("CREATE_IN_PROGRESS UNAVAILABLE");
        fixture.clock.advance(Duration.ofSeconds(2));
        assertThat(statuses()).containsExactly("CREATE_COMPLETE AVAILABLE");

        DescribeChangeSetResponse set = fixture.cloudFormation.describeChangeSet(r -> r.changeSetName(begun.id()));
        assertThat(set.changes())
                .extracting(change -> change.resourceChange().action())
                .containsExactly(ChangeAction.ADD, ChangeAction.ADD, ChangeAction.ADD);
        assertThat(set.capabilitiesAsStrings()).containsExactly("CAPABILITY_NAMED_IAM");

        fixture.cloudFormation.executeChangeSet(r -> r.changeSetName(begun.id()).clientRequestToken("run-1"));
        assertThat(fixture.cloudFormation
                        .describeChangeSet(r -> r.changeSetName(begun.id()))
                        .executionStatus())
                .isEqualTo(ExecutionStatus.EXECUTE_IN_PROGRESS);
        fixture.settle();

        Stack stack = fixture.stack("dkp");
        assertThat(stack.stackStatusAsString()).isEqualTo("CREATE_COMPLETE");
        assertThat(stack.stackId()).isEqualTo(begun.stackId());
        assertThat(stack.changeSetId()).isEqualTo(begun.id());
        assertThat(statuses()).isEmpty();
        assertThat(sets.describe("first").executionStatus()).isEqualTo(ExecutionStatus.EXECUTE_COMPLETE);
        assertThat(fixture.history("dkp"))
                .startsWith("dkp REVIEW_IN_PROGRESS (User Initiated)", "dkp CREATE_IN_PROGRESS (User Initiated)");
        assertThat(fixture.cloudFormation
                        .describeStackEvents(r -> r.stackName("dkp"))
                        .stackEvents())
                .filteredOn(event -> !event.resourceStatusAsString().equals("REVIEW_IN_PROGRESS"))
                .isNotEmpty()
                .allSatisfy(event -> assertThat(event.clientRequestToken()).isEqualTo("run-1"));
    }

    @Test
    void givesTheStackTheTemplateTagsAndParametersOfWhatWasExecuted() {
        fixture.create();
        String template = CHANGED + "Parameters:\n  Owner: {Type: String}\n";
        sets.create(
                "next",
                ChangeSetType.UPDATE,
                template,
                r -> r.tags(Tag.builder().key("team").value("platform").build())
                        .parameters(Parameter.builder()
                                .parameterKey("Owner")
                                .parameterValue("me")
                                .build())
                        .description("What is next"));
        assertThat(sets.describe("next").description()).isEqualTo("What is next");
        assertThat(template("dkp")).isEqualTo(Fixture.template());
        assertThat(fixture.cloudFormation
                        .getTemplate(r -> r.stackName("dkp").changeSetName("next"))
                        .templateBody())
                .isEqualTo(template);

        sets.execute("next");

        Stack stack = fixture.stack("dkp");
        assertThat(stack.stackStatusAsString()).isEqualTo("UPDATE_COMPLETE");
        assertThat(template("dkp")).isEqualTo(template);
        assertThat(stack.tags()).extracting(Tag::value).containsExactly("platform");
        assertThat(stack.parameters()).extracting(Parameter::parameterValue).containsExactly("me");
        assertThat(fixture.iam
                        .getPolicy(r -> r.policyArn(Fixture.POLICY))
                        .policy()
                        .defaultVersionId())
                .isEqualTo("v2");
    }

    @Test
    void failsAChangeSetThatWouldChangeNothing() {
        fixture.create();
        DescribeChangeSetResponse set = sets.create("none", ChangeSetType.UPDATE, Fixture.template());

        assertThat(set.statusAsString()).isEqualTo("FAILED");
        assertThat(set.executionStatus()).isEqualTo(ExecutionStatus.UNAVAILABLE);
        assertThat(set.statusReason())
                .isEqualTo("The submitted information didn't contain changes. Submit different information to create a "
                        + "change set.");
        assertThat(set.changes()).isEmpty();
        assertThatThrownBy(() -> sets.execute("none"))
                .hasMessageContaining("cannot be executed in its current status of [FAILED]");
    }

    @Test
    void outdatesWhatWasNotExecuted() {
        fixture.create();
        sets.create("one", ChangeSetType.UPDATE, CHANGED);
        sets.create("two", ChangeSetType.UPDATE, CHANGED);
        sets.begin("three", ChangeSetType.UPDATE, CHANGED);
        sets.execute("two");
        assertThat(statuses()).containsExactly("CREATE_COMPLETE OBSOLETE", "CREATE_COMPLETE OBSOLETE");
        assertThatThrownBy(() -> sets.execute("one"))
                .hasMessageContaining("cannot be executed in its current execution status of [OBSOLETE]");

        sets.create("two", ChangeSetType.UPDATE, Fixture.template());
        assertThat(sets.describe("two").executionStatus()).isEqualTo(ExecutionStatus.AVAILABLE);
        fixture.cloudFormation.updateStack(r ->
                r.stackName("dkp").templateBody(Fixture.template()).capabilitiesWithStrings("CAPABILITY_NAMED_IAM"));
        assertThat(sets.describe("two").executionStatus()).isEqualTo(ExecutionStatus.OBSOLETE);
    }

    @Test
    void deletesChangeSetsAndLeavesTheShellOfTheStack() {
        String id =
                sets.create("first", ChangeSetType.CREATE, Fixture.template()).changeSetId();
        sets.create("second", ChangeSetType.CREATE, Fixture.template());
        fixture.cloudFormation.deleteChangeSet(r -> r.stackName("dkp").changeSetName("second"));
        fixture.cloudFormation.deleteChangeSet(r -> r.changeSetName(id));
        fixture.cloudFormation.deleteChangeSet(r -> r.changeSetName(id));
        fixture.cloudFormation.deleteChangeSet(r -> r.stackName("dkp").changeSetName("never"));

        assertThat(statuses()).isEmpty();
        Stack shell = fixture.stack("dkp");
        assertThat(shell.stackStatusAsString()).isEqualTo("REVIEW_IN_PROGRESS");
        assertThat(template("dkp")).isNull();
        assertThatThrownBy(() -> fixture.cloudFormation.createStack(
                        Fixture.createRequest().build()))
                .isInstanceOf(AlreadyExistsException.class);
        assertThatThrownBy(() -> fixture.cloudFormation.updateStack(r -> r.stackName("dkp")
                        .templateBody(Fixture.template())
                        .capabilitiesWithStrings("CAPABILITY_NAMED_IAM")))
                .hasMessageContaining("is in REVIEW_IN_PROGRESS state and can not be updated.");
        fixture.cloudFormation.deleteStack(r -> r.stackName("dkp"));
        fixture.settle();
        assertThat(fixture.stack(shell.stackId()).stackStatusAsString()).isEqualTo("DELETE_COMPLETE");
    }

    @Test
    void answersARepeatedCallWithTheSameTokenWithTheSameChangeSet() {
        CreateChangeSetResponse one =
                sets.begin("first", ChangeSetType.CREATE, Fixture.template(), r -> r.clientToken("once"));
        CreateChangeSetResponse two =
                sets.begin("first", ChangeSetType.CREATE, Fixture.template(), r -> r.clientToken("once"));
        assertThat(two.id()).isEqualTo(one.id());
        assertThat(two.stackId()).isEqualTo(one.stackId());
        assertThat(statuses()).hasSize(1);
        assertThatThrownBy(() ->
                        sets.begin("first", ChangeSetType.CREATE, Fixture.template(), r -> r.clientToken("again")))
                .isInstanceOf(AlreadyExistsException.class)
                .hasMessageContaining(
                        "ChangeSet first cannot be created due to a mismatch with existing attribute ClientToken");

        fixture.clock.advance(Duration.ofSeconds(5));
        for (int i = 0; i < 2; i++) {
            fixture.cloudFormation.executeChangeSet(
                    r -> r.stackName("dkp").changeSetName("first").clientRequestToken("run"));
        }
    }

    @Test
    void doesWithAFailedCreationWhatTheChangeSetSays() {
        fixture.iam.createRole(r -> r.roleName("dkp-bootstrapper-role").assumeRolePolicyDocument(Trust.EC2));
        String stackId = sets.create(
                        "gone", ChangeSetType.CREATE, Fixture.template(), r -> r.onStackFailure(OnStackFailure.DELETE))
                .stackId();
        assertThat(sets.describe("gone").onStackFailure()).isEqualTo(OnStackFailure.DELETE);
        fixture.cloudFormation.executeChangeSet(r -> r.stackName("dkp").changeSetName("gone"));
        fixture.settle();
        assertThat(fixture.stack(stackId).stackStatusAsString()).isEqualTo("DELETE_COMPLETE");

        sets.create("stays", ChangeSetType.CREATE, Fixture.template());
        fixture.cloudFormation.executeChangeSet(
                r -> r.stackName("dkp").changeSetName("stays").disableRollback(true));
        fixture.settle();
        assertThat(fixture.stack("dkp").stackStatusAsString()).isEqualTo("CREATE_FAILED");
        assertThat(sets.describe("stays").executionStatus()).isEqualTo(ExecutionStatus.EXECUTE_FAILED);
    }

    @Test
    void deletesRetainedResourcesOfAFailedCreationIfToldSo() {
        fixture.iam.createPolicy(r -> r.policyName("dkp-bootstrapper-policy").policyDocument(Trust.ANY_POLICY));
        sets.create("strict", ChangeSetType.CREATE, ChangeSetSteps.keeping("Retain"));
        fixture.cloudFormation.executeChangeSet(
                r -> r.stackName("dkp").changeSetName("strict").retainExceptOnCreate(true));
        fixture.settle();

        assertThat(fixture.stack("dkp").stackStatusAsString()).isEqualTo("ROLLBACK_COMPLETE");
        assertThat(fixture.iam.listRoles().roles()).isEmpty();
        assertThat(fixture.iam.listInstanceProfiles().instanceProfiles()).isEmpty();
    }

    private List<String> statuses() {
        return fixture.cloudFormation.listChangeSets(r -> r.stackName("dkp")).summaries().stream()
                .map(set -> set.statusAsString() + " " + set.executionStatusAsString())
                .toList();
    }

    private String template(String stack) {
        return fixture.cloudFormation.getTemplate(r -> r.stackName(stack)).templateBody();
    }
}
