// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dkpbootstrap.policy.ConditionOperator;
import io.github.dkpbootstrap.policy.Effect;
import io.github.dkpbootstrap.policy.PolicyDocument;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.AlreadyExistsException;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetNotFoundException;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetType;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;
import software.amazon.awssdk.services.cloudformation.model.InsufficientCapabilitiesException;
import software.amazon.awssdk.services.cloudformation.model.InvalidChangeSetStatusException;
import software.amazon.awssdk.services.cloudformation.model.OnStackFailure;

class ChangeSetRefusalTest {
    private static final String CHANGED = Fixture.template().replace("- ec2:AllocateAddress", "- ec2:DescribeRegions");

    private final Fixture fixture = new Fixture();
    private final ChangeSetSteps sets = new ChangeSetSteps(fixture);

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void refusesATypeThatDoesNotFitTheStack() {
        assertThatThrownBy(() -> sets.begin("one", ChangeSetType.UPDATE, Fixture.template()))
                .isInstanceOf(CloudFormationException.class)
                .hasMessageContaining("Stack [dkp] does not exist");
        sets.begin("one", ChangeSetType.CREATE, Fixture.template());
        assertThatThrownBy(() -> sets.begin("two", ChangeSetType.UPDATE, Fixture.template()))
                .hasMessageContaining("Stack [dkp] does not exist");
        fixture.cloudFormation.deleteStack(r -> r.stackName("dkp"));
        fixture.settle();
        String id = fixture.create();
        assertThatThrownBy(() -> sets.begin("one", ChangeSetType.CREATE, Fixture.template()))
                .hasMessageContaining(
                        "Stack [dkp] already exists and cannot be created again with the changeSet [one].");
        fixture.cloudFormation.deleteStack(r -> r.stackName("dkp"));
        assertThatThrownBy(() -> sets.begin("one", ChangeSetType.UPDATE, CHANGED))
                .hasMessageContaining("is in DELETE_IN_PROGRESS state and can not be updated.");
        fixture.settle();
        assertThatThrownBy(() -> sets.begin("one", ChangeSetType.CREATE, Fixture.template(), r -> r.stackName(id)))
                .hasMessageContaining("Stack [" + id + "] does not exist");
    }

    @Test
    void refusesAnUpdateOfAStackThatRolledBack() {
        fixture.iam.createRole(r -> r.roleName("dkp-bootstrapper-role").assumeRolePolicyDocument(Trust.EC2));
        fixture.create();
        assertThatThrownBy(() -> sets.begin("one", ChangeSetType.UPDATE, CHANGED))
                .hasMessageContaining("is in ROLLBACK_COMPLETE state and can not be updated.");
    }

    @Test
    void refusesNamesAndChoicesThatAreNone() {
        assertThatThrownBy(() -> sets.begin("1st", ChangeSetType.CREATE, Fixture.template()))
                .hasMessageContaining(
                        "Value '1st' at 'changeSetName' failed to satisfy constraint: Member must satisfy "
                                + "regular expression pattern: [a-zA-Z][-a-zA-Z0-9]*");
        assertThatThrownBy(() -> sets.begin("a".repeat(129), ChangeSetType.CREATE, Fixture.template()))
                .hasMessageContaining("Member must have length less than or equal to 128");
        assertThatThrownBy(() ->
                        sets.begin("one", ChangeSetType.CREATE, Fixture.template(), r -> r.changeSetType("REPLACE")))
                .hasMessageContaining("Member must satisfy enum value set: [CREATE, UPDATE, IMPORT]");
        assertThatThrownBy(() ->
                        sets.begin("one", ChangeSetType.CREATE, Fixture.template(), r -> r.usePreviousTemplate(true)))
                .hasMessageContaining("Cannot specify usePreviousTemplate as true for a changeSetType CREATE");
        assertThatThrownBy(() -> sets.begin(
                        "one", ChangeSetType.CREATE, Fixture.template(), r -> r.capabilitiesWithStrings(List.of())))
                .isInstanceOf(InsufficientCapabilitiesException.class);
        assertThatThrownBy(() -> fixture.stack("dkp")).hasMessageContaining("Stack with id dkp does not exist");
        fixture.create();
        assertThatThrownBy(() ->
                        sets.begin("one", ChangeSetType.UPDATE, CHANGED, r -> r.onStackFailure(OnStackFailure.DELETE)))
                .hasMessageContaining("OnStackFailure DELETE is only valid");
        assertThatThrownBy(() -> sets.begin(
                        "one", ChangeSetType.UPDATE, CHANGED, r -> r.resourcesToImport(ChangeSetSteps.role())))
                .hasMessageContaining("ResourcesToImport is only valid");
    }

    @Test
    void refusesASecondChangeSetOfTheSameName() {
        sets.begin("one", ChangeSetType.CREATE, Fixture.template());
        assertThatThrownBy(() -> sets.begin("one", ChangeSetType.CREATE, CHANGED))
                .isInstanceOf(AlreadyExistsException.class)
                .hasMessageContaining("ChangeSet one already exists");
    }

    @Test
    void doesNotKnowWhatIsNotThere() {
        assertThatThrownBy(() -> sets.describe("none")).hasMessageContaining("Stack [dkp] does not exist");
        fixture.create();
        assertThatThrownBy(() -> sets.describe("none"))
                .isInstanceOf(ChangeSetNotFoundException.class)
                .hasMessageContaining("ChangeSet [none] does not exist")
                .satisfies(e ->
                        assertThat(((CloudFormationException) e).statusCode()).isEqualTo(404));
        assertThatThrownBy(() -> sets.execute("none")).isInstanceOf(ChangeSetNotFoundException.class);
        assertThatThrownBy(() -> fixture.cloudFormation.getTemplate(
                        r -> r.stackName("dkp").changeSetName("none")))
                .isInstanceOf(ChangeSetNotFoundException.class);
        assertThatThrownBy(() -> fixture.cloudFormation.describeChangeSet(r -> r.changeSetName("none")))
                .hasMessageContaining("StackName must be specified if ChangeSetName is not specified as an ARN.");
        assertThatThrownBy(() -> fixture.cloudFormation.listChangeSets(r -> r.stackName("other")))
                .hasMessageContaining("Stack [other] does not exist");
    }

    @Test
    void executesOnlyWhatIsReadyAndOnlyOnce() {
        sets.begin("one", ChangeSetType.CREATE, Fixture.template());
        assertThatThrownBy(() -> sets.execute("one"))
                .isInstanceOf(InvalidChangeSetStatusException.class)
                .hasMessageContaining("cannot be executed in its current status of [CREATE_PENDING]");
        assertThatThrownBy(() -> fixture.cloudFormation.deleteChangeSet(
                        r -> r.stackName("dkp").changeSetName("one")))
                .isInstanceOf(InvalidChangeSetStatusException.class)
                .hasMessageContaining("cannot be deleted in its current status of [CREATE_PENDING]");
        fixture.clock.advance(Duration.ofSeconds(5));
        fixture.cloudFormation.executeChangeSet(r -> r.stackName("dkp").changeSetName("one"));
        assertThatThrownBy(() -> sets.execute("one"))
                .isInstanceOf(InvalidChangeSetStatusException.class)
                .hasMessageContaining("cannot be executed in its current execution status of [EXECUTE_IN_PROGRESS]");
        assertThatThrownBy(() -> fixture.cloudFormation.deleteChangeSet(
                        r -> r.stackName("dkp").changeSetName("one")))
                .isInstanceOf(InvalidChangeSetStatusException.class);
        assertThatThrownBy(() -> sets.begin("two", ChangeSetType.UPDATE, CHANGED))
                .hasMessageContaining("is in CREATE_IN_PROGRESS state and can not be updated.");
    }

    @Test
    void wantsOnlyOneWordOnFailures() {
        sets.create("one", ChangeSetType.CREATE, Fixture.template(), r -> r.onStackFailure(OnStackFailure.ROLLBACK));
        assertThatThrownBy(() -> fixture.cloudFormation.executeChangeSet(
                        r -> r.stackName("dkp").changeSetName("one").disableRollback(true)))
                .hasMessageContaining("You can specify either DisableRollback or OnStackFailure, but not both.");
        assertThat(fixture.stack("dkp").stackStatusAsString()).isEqualTo("REVIEW_IN_PROGRESS");
    }

    @Test
    void knowsTheStackOfAChangeSetInPolicies() {
        PolicyDocument policy = PolicyDocument.builder()
                .addStatement(s -> s.effect(Effect.ALLOW)
                        .actions("cloudformation:*ChangeSet")
                        .resources("arn:aws:cloudformation:*:*:stack/dkp/*"))
                .addStatement(s -> s.effect(Effect.DENY)
                        .actions("cloudformation:*")
                        .resources("*")
                        .condition(ConditionOperator.STRING_EQUALS, "cloudformation:ChangeSetName", "forbidden"))
                .build();
        CloudFormationClient alice = fixture.cloudFormation(Fixture.basic(fixture.aws.createUser("alice", policy)));
        String id = sets.create("one", ChangeSetType.CREATE, Fixture.template()).changeSetId();
        sets.create("forbidden", ChangeSetType.CREATE, Fixture.template());

        assertThat(alice.describeChangeSet(r -> r.changeSetName(id)).changeSetName())
                .isEqualTo("one");
        assertThatThrownBy(() -> alice.describeChangeSet(r -> r.stackName("dkp").changeSetName("forbidden")))
                .hasMessageContaining("is not authorized to perform: cloudformation:DescribeChangeSet");
        assertThatThrownBy(
                        () -> alice.describeChangeSet(r -> r.stackName("other").changeSetName("one")))
                .hasMessageContaining("is not authorized to perform: cloudformation:DescribeChangeSet");
    }
}
