// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.cloudformation.model.StackEvent;
import software.amazon.awssdk.services.cloudformation.model.StackResource;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;
import software.amazon.awssdk.services.cloudformation.model.Tag;

class StackScriptTest {
    private final Fixture fixture = new Fixture();
    private final LocalAws aws = fixture.aws;

    @AfterEach
    void close() {
        fixture.close();
    }

    static Stream<String> statuses() {
        return StackStatus.knownValues().stream().map(StackStatus::toString).sorted();
    }

    @ParameterizedTest
    @MethodSource("statuses")
    void bringsTheVendorsStackToEveryStatus(String status) {
        String id = script().tags(Map.of("team", "a")).reach(status);

        assertThat(fixture.stack(id).stackStatusAsString()).isEqualTo(status);
        if (!status.equals("REVIEW_IN_PROGRESS")) {
            assertThat(fixture.stack(id).tags()).contains(tag("team", "a"));
        }
        assertThat(aws.calls()).extracting(LocalCall::action).containsOnly("cloudformation:DescribeStacks");
        if (status.endsWith("_IN_PROGRESS")) {
            fixture.clock.advance(Duration.ofSeconds(90));
            assertThat(fixture.stack(id).stackStatusAsString()).isEqualTo(status);
            fixture.settle();
        }
        assertThat(fixture.stack(id).stackStatusAsString())
                .isEqualTo(status.equals("REVIEW_IN_PROGRESS") ? status : after(status));
    }

    private static String after(String status) {
        return status.replace("COMPLETE_CLEANUP_IN_PROGRESS", "COMPLETE").replace("IN_PROGRESS", "COMPLETE");
    }

    @ParameterizedTest
    @MethodSource("statuses")
    void bringsItsOwnStackToEveryStatus(String status) {
        assertThat(fixture.stack(aws.stack("own").reach(status)).stackStatusAsString())
                .isEqualTo(status);
    }

    @ParameterizedTest
    @MethodSource("statuses")
    void leavesNoFaultBehindAndUsesNoneUp(String status) {
        aws.inject(ResourceFault.onAnyResource()
                .whenCreating()
                .fails("the test's own")
                .ofStack("other"));
        aws.inject(CallFault.refused("Odd", 400, "the test's own").on("cloudformation:CreateStack"));
        aws.stack("own").reach(status);

        assertThatThrownBy(this::other).hasMessageContaining("the test's own");
        other();
        fixture.settle();
        assertThat(fixture.stack("other").stackStatusAsString()).isEqualTo("ROLLBACK_COMPLETE");
        assertThat(fixture.history("other").toString())
                .containsOnlyOnce("CREATE_FAILED (the test's own)")
                .doesNotContain("reported from downstream");
    }

    @Test
    void keepsTheLogicalIdsAndNamesOfTheTemplateInEveryStatus() {
        for (String status :
                statuses().filter(name -> !name.startsWith("DELETE")).toList()) {
            try (Fixture own = new Fixture()) {
                own.aws.stack("dkp").template(Fixture.template()).reach(status);
                List<StackResource> resources = own.cloudFormation
                        .describeStackResources(r -> r.stackName("dkp"))
                        .stackResources();
                assertThat(resources)
                        .as(status)
                        .extracting(StackResource::logicalResourceId)
                        .isSubsetOf(
                                "DKPBootstrapRole",
                                "AWSIAMManagedPolicyDKPBootstrapper",
                                "AWSIAMInstanceProfileDKPBootstrapper");
                assertThat(resources)
                        .as(status)
                        .extracting(StackResource::physicalResourceId)
                        .isSubsetOf(null, "", "dkp-bootstrapper-role", Fixture.POLICY, "DKPBootstrapInstanceProfile");
            }
        }
    }

    @Test
    void rollsBackForTheReasonThatItGives() {
        script().reach("UPDATE_ROLLBACK_FAILED");
        assertThat(fixture.history("dkp"))
                .anySatisfy(line -> assertThat(line)
                        .startsWith("DKPBootstrapRole UPDATE_FAILED")
                        .endsWith("HandlerErrorCode: GeneralServiceException))"));
    }

    @Test
    void leavesAChangeSetOfSomebodyElseToReview() {
        aws.stack("dkp").changeSet("somebody-elses").reach("REVIEW_IN_PROGRESS");

        assertThat(fixture.cloudFormation
                        .listChangeSets(r -> r.stackName("dkp"))
                        .summaries())
                .singleElement()
                .satisfies(set -> {
                    assertThat(set.changeSetName()).isEqualTo("somebody-elses");
                    assertThat(set.executionStatusAsString()).isEqualTo("AVAILABLE");
                });
        assertThat(fixture.iam.listRoles().roles()).isEmpty();
    }

    @Test
    void needsVirtualTime() {
        try (LocalAws real = LocalAws.start()) {
            StackScript script = real.stack("dkp");
            assertThatThrownBy(() -> script.reach("CREATE_COMPLETE"))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("virtual time only");
        }
    }

    @Test
    void refusesWhatCannotBe() {
        assertThatThrownBy(() -> script().reach("DONE"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'DONE' is no status that a stack can be led to");
        assertThatThrownBy(() -> aws.stack("dkp").template("Resources: {}").reach("CREATE_COMPLETE"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("At least one Resources member must be defined");
        assertThatThrownBy(() -> aws.stack("dkp").padEvents(1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("There is no stack dkp in us-east-1");
        script().reach("CREATE_COMPLETE");
        assertThatThrownBy(() -> script().reach("CREATE_COMPLETE"))
                .hasMessage("The stack dkp exists already, in CREATE_COMPLETE");
    }

    @Test
    void saysThatATemplateDoesNotLeadThere() {
        String single = "Resources:\n  P:\n    Type: AWS::IAM::InstanceProfile\n    Properties: {Roles: []}\n";
        assertThatThrownBy(() -> aws.stack("dkp").template(single).reach("ROLLBACK_FAILED"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("came to ROLLBACK_COMPLETE, not to ROLLBACK_FAILED");
    }

    @Test
    void padsTheHistory() {
        script().reach("ROLLBACK_COMPLETE");
        int before = fixture.history("dkp").size();
        aws.stack("dkp").padEvents(10_000);

        List<StackEvent> events =
                fixture.cloudFormation.describeStackEventsPaginator(r -> r.stackName("dkp")).stackEvents().stream()
                        .toList();
        assertThat(events).hasSize(before + 10_000);
        assertThat(new HashSet<>(events.stream().map(StackEvent::eventId).toList()))
                .hasSize(before + 10_000);
        assertThat(events.get(0).resourceStatusAsString()).isEqualTo("ROLLBACK_COMPLETE");
        assertThat(events.get(events.size() - 1).resourceStatusAsString()).isEqualTo("UPDATE_IN_PROGRESS");
    }

    @Test
    void showsAStatusThatNobodyKnowsUntilTheTrueOneChanges() {
        script().reach("CREATE_IN_PROGRESS");
        aws.stack("dkp").status("SOMETHING_NEW_IN_PROGRESS");

        Stack stack = fixture.stack("dkp");
        assertThat(stack.stackStatus()).isEqualTo(StackStatus.UNKNOWN_TO_SDK_VERSION);
        assertThat(stack.stackStatusAsString()).isEqualTo("SOMETHING_NEW_IN_PROGRESS");
        assertThat(fixture.history("dkp")).anyMatch(line -> line.startsWith("dkp SOMETHING_NEW_IN_PROGRESS"));
        fixture.settle();
        assertThat(fixture.stack("dkp").stackStatusAsString()).isEqualTo("CREATE_COMPLETE");
    }

    private StackScript script() {
        return aws.stack("dkp").template(Fixture.template());
    }

    private void other() {
        fixture.cloudFormation.createStack(r -> r.stackName("other")
                .capabilitiesWithStrings("CAPABILITY_IAM")
                .templateBody("Resources: {Profile: {Type: 'AWS::IAM::InstanceProfile', Properties: {Roles: []}}}"));
    }

    private static Tag tag(String key, String value) {
        return Tag.builder().key(key).value(value).build();
    }
}
