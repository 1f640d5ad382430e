// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dkpbootstrap.policy.Effect;
import io.github.dkpbootstrap.policy.PolicyDocument;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;
import software.amazon.awssdk.services.cloudformation.model.DescribeStackDriftDetectionStatusResponse;
import software.amazon.awssdk.services.cloudformation.model.StackResourceDrift;

class DriftDetectionTest {
    private final Fixture fixture = new Fixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void takesAFewSecondsAndTellsWhatIsThereAtItsEnd() {
        fixture.create();
        String id = detect();
        DescribeStackDriftDetectionStatusResponse running = status(id);
        assertThat(running.detectionStatusAsString()).isEqualTo("DETECTION_IN_PROGRESS");
        assertThat(running.stackDriftStatusAsString()).isNull();
        assertThat(running.driftedStackResourceCount()).isNull();
        assertThat(fixture.stack("dkp").driftInformation().stackDriftStatusAsString())
                .isEqualTo("NOT_CHECKED");
        assertThatThrownBy(this::detect).hasMessageContaining("Drift detection is already in progress for stack");

        fixture.iam.updateAssumeRolePolicy(
                r -> r.roleName("dkp-bootstrapper-role").policyDocument(Trust.EC2));
        fixture.clock.advance(Duration.ofSeconds(5));
        DescribeStackDriftDetectionStatusResponse done = status(id);
        assertThat(done.detectionStatusAsString()).isEqualTo("DETECTION_COMPLETE");
        assertThat(done.stackDriftStatusAsString()).isEqualTo("DRIFTED");
        assertThat(done.driftedStackResourceCount()).isEqualTo(1);
        assertThat(done.stackId()).isEqualTo(fixture.stack("dkp").stackId());
    }

    @Test
    void isForStacksThatStandStill() {
        String id = fixture.cloudFormation
                .createStack(Fixture.createRequest().build())
                .stackId();
        assertThatThrownBy(this::detect)
                .isInstanceOf(CloudFormationException.class)
                .hasMessageContaining("Drift detection cannot be performed on stack [" + id
                        + "] while it is in [CREATE_IN_PROGRESS] state");
        assertThatThrownBy(() -> fixture.cloudFormation.detectStackResourceDrift(
                        r -> r.stackName("dkp").logicalResourceId("DKPBootstrapRole")))
                .hasMessageContaining("while it is in [CREATE_IN_PROGRESS] state");
        assertThatThrownBy(() -> status("4711")).hasMessageContaining("4711 does not exist");
    }

    @Test
    void looksOnlyAtTheResourcesThatTheCallerNames() {
        fixture.create();
        fixture.cloudFormation.detectStackDrift(r -> r.stackName("dkp").logicalResourceIds("DKPBootstrapRole"));
        fixture.clock.advance(Duration.ofSeconds(5));
        assertThat(fixture.cloudFormation
                        .describeStackResourceDrifts(r -> r.stackName("dkp"))
                        .stackResourceDrifts())
                .extracting(StackResourceDrift::logicalResourceId)
                .containsExactly("DKPBootstrapRole");
        assertThatThrownBy(() -> fixture.cloudFormation.detectStackDrift(
                        r -> r.stackName("dkp").logicalResourceIds("Nothing")))
                .hasMessageContaining("Resource Nothing does not exist for stack dkp");
    }

    @Test
    void looksAtOneResourceAtOnce() {
        fixture.create();
        fixture.deleteRoleByHand();
        assertThat(fixture.cloudFormation
                        .detectStackResourceDrift(r -> r.stackName("dkp").logicalResourceId("DKPBootstrapRole"))
                        .stackResourceDrift()
                        .stackResourceDriftStatusAsString())
                .isEqualTo("DELETED");
        assertThat(fixture.stack("dkp").driftInformation().stackDriftStatusAsString())
                .isEqualTo("DRIFTED");
    }

    @Test
    void forgetsWhatItFoundWhenTheStackChangesAgain() {
        fixture.create();
        fixture.iam.updateAssumeRolePolicy(
                r -> r.roleName("dkp-bootstrapper-role").policyDocument(Trust.EC2));
        detect();
        fixture.clock.advance(Duration.ofSeconds(5));
        fixture.update(Fixture.template().replace("- ec2.amazonaws.com", "- ecs.amazonaws.com"));
        fixture.settle();

        assertThat(fixture.stack("dkp").driftInformation().stackDriftStatusAsString())
                .isEqualTo("NOT_CHECKED");
        assertThat(fixture.cloudFormation
                        .describeStackResource(r -> r.stackName("dkp").logicalResourceId("DKPBootstrapRole"))
                        .stackResourceDetail()
                        .driftInformation()
                        .stackResourceDriftStatusAsString())
                .isEqualTo("NOT_CHECKED");
    }

    @Test
    void failsForWhatTheCallerMayNotReadAndTellsTheRest() {
        fixture.create();
        PolicyDocument policy = PolicyDocument.builder()
                .addStatement(s -> s.effect(Effect.ALLOW)
                        .actions("cloudformation:*", "iam:Get*", "iam:ListEntitiesForPolicy")
                        .resources("*"))
                .build();
        CloudFormationClient limited = fixture.cloudFormation(Fixture.basic(fixture.aws.createUser("alice", policy)));
        String id = limited.detectStackDrift(r -> r.stackName("dkp")).stackDriftDetectionId();
        fixture.clock.advance(Duration.ofSeconds(5));

        assertThat(status(id).detectionStatusAsString()).isEqualTo("DETECTION_FAILED");
        assertThat(status(id).detectionStatusReason())
                .isEqualTo("Failed to detect drift on resource [DKPBootstrapRole]");
        assertThat(fixture.cloudFormation
                        .describeStackResourceDrifts(r -> r.stackName("dkp"))
                        .stackResourceDrifts())
                .hasSize(2);
        assertThatThrownBy(() ->
                        limited.detectStackResourceDrift(r -> r.stackName("dkp").logicalResourceId("DKPBootstrapRole")))
                .hasMessageContaining("Failed to detect drift on resource [DKPBootstrapRole]");
    }

    @Test
    void asksForItsStateWithAPermissionThatIsNotThatOfAStack() {
        fixture.create();
        PolicyDocument policy = PolicyDocument.builder()
                .addStatement(s -> s.effect(Effect.ALLOW)
                        .actions("cloudformation:*")
                        .resources("arn:aws:cloudformation:*:*:stack/*"))
                .build();
        CloudFormationClient limited = fixture.cloudFormation(Fixture.basic(fixture.aws.createUser("alice", policy)));
        String id = limited.detectStackDrift(r -> r.stackName("dkp")).stackDriftDetectionId();
        assertThatThrownBy(() -> limited.describeStackDriftDetectionStatus(r -> r.stackDriftDetectionId(id)))
                .hasMessageContaining("is not authorized to perform: cloudformation:DescribeStackDriftDetectionStatus");
    }

    private String detect() {
        return fixture.cloudFormation.detectStackDrift(r -> r.stackName("dkp")).stackDriftDetectionId();
    }

    private DescribeStackDriftDetectionStatusResponse status(String id) {
        return fixture.cloudFormation.describeStackDriftDetectionStatus(r -> r.stackDriftDetectionId(id));
    }
}
