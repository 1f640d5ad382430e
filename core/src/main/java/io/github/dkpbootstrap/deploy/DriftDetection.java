// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.deploy;

import io.github.dkpbootstrap.BootstrapClients;
import io.github.dkpbootstrap.StackOperationInterruptedException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;
import software.amazon.awssdk.services.cloudformation.model.DescribeStackDriftDetectionStatusResponse;
import software.amazon.awssdk.services.cloudformation.model.DescribeStackResourceDriftsResponse;
import software.amazon.awssdk.services.cloudformation.model.DetectStackDriftResponse;
import software.amazon.awssdk.services.cloudformation.model.StackResourceDrift;

/**
 * CloudFormation's own drift detection. What it refuses becomes a warning: there is more than one way to see drift.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_DetectStackDrift.html">
 *     DetectStackDrift</a>
 */
final class DriftDetection {
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final String RUNNING = "DETECTION_IN_PROGRESS";
    private static final String COMPLETE = "DETECTION_COMPLETE";

    private final CloudFormationClient client;
    private final AwsCalls calls;
    private final Deadline deadline;

    DriftDetection(BootstrapClients clients, String stack, Deadline deadline) {
        this.client = clients.cloudFormation();
        this.calls = AwsCalls.about(stack, clients.sleeper());
        this.deadline = deadline;
    }

    /** Runs a detection to its end and reads what it found, all pages. */
    DetectedDrift of(String stackId) {
        try {
            Optional<DescribeStackDriftDetectionStatusResponse> end =
                    started(stackId).flatMap(run -> ended(stackId, run));
            if (end.isEmpty()) {
                return DetectedDrift.unknown(
                        "CloudFormation's drift detection has not ended within the time that the spec allows");
            }
            List<String> warnings = new ArrayList<>();
            if (!COMPLETE.equals(end.get().detectionStatusAsString())) {
                warnings.add("CloudFormation's drift detection could not look at everything: "
                        + end.get().detectionStatusReason());
            }
            return new DetectedDrift(drifts(stackId), warnings);
        } catch (CloudFormationException e) {
            return DetectedDrift.unknown("CloudFormation's drift detection could not be used: " + Refusal.reason(e));
        }
    }

    /** Somebody else's run tells of an earlier moment: it is waited for, not taken. */
    private Optional<String> started(String stackId) {
        do {
            try {
                return Optional.of(calls.call(() -> whole(client.detectStackDrift(r -> r.stackName(stackId))))
                        .stackDriftDetectionId());
            } catch (CloudFormationException e) {
                if (!Refusal.reason(e).contains("already in progress")) {
                    throw e;
                }
            }
        } while (pause(stackId));
        return Optional.empty();
    }

    private Optional<DescribeStackDriftDetectionStatusResponse> ended(String stackId, String run) {
        do {
            DescribeStackDriftDetectionStatusResponse status = calls.call(
                    () -> whole(client.describeStackDriftDetectionStatus(r -> r.stackDriftDetectionId(run))));
            if (!RUNNING.equals(status.detectionStatusAsString())) {
                return Optional.of(status);
            }
        } while (pause(stackId));
        return Optional.empty();
    }

    private List<StackResourceDrift> drifts(String stackId) {
        List<StackResourceDrift> all = new ArrayList<>();
        PageCursor cursor = new PageCursor("drifts");
        DescribeStackResourceDriftsResponse response;
        do {
            String page = cursor.token();
            response = calls.call(() ->
                    client.describeStackResourceDrifts(r -> r.stackName(stackId).nextToken(page)));
            all.addAll(response.stackResourceDrifts());
        } while (cursor.advance(response.nextToken()));
        return all;
    }

    private static DetectStackDriftResponse whole(DetectStackDriftResponse response) {
        if (response.stackDriftDetectionId() == null) {
            throw PassingFault.lacking("the id of the drift detection");
        }
        return response;
    }

    private static DescribeStackDriftDetectionStatusResponse whole(DescribeStackDriftDetectionStatusResponse response) {
        if (response.detectionStatusAsString() == null) {
            throw PassingFault.lacking("the status of the drift detection");
        }
        return response;
    }

    /** Waits a little; returns false, without having waited, where the time is over. */
    boolean pause(String stackId) {
        if (deadline.passed()) {
            return false;
        }
        try {
            deadline.pause(PAUSE);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackOperationInterruptedException(
                    "Looking for drift of stack %s was interrupted. Nothing was changed".formatted(stackId),
                    stackId,
                    StackOperation.DRIFT);
        }
    }
}
