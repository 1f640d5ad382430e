// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.deploy;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How far an operation is, as its events tell. */
final class Progress {
    private final StackOperation operation;
    private final String stackName;
    private final Timeline timeline = new Timeline();
    private final Map<String, Step> steps = new LinkedHashMap<>();
    private Optional<String> stackStatus = Optional.empty();

    Progress(StackOperation operation, String stack) {
        this.operation = operation;
        this.stackName = nameOf(stack);
    }

    /** Takes an event in and returns what its resource, or the stack, is at now. */
    Step take(StackEvent event) {
        Duration at = timeline.of(event);
        if (event.ofStack()) {
            stackStatus = Optional.of(event.status());
            return new Step(event.logicalId(), event.status(), Optional.empty(), at);
        }
        Step step = Step.of(event, at, steps.remove(event.logicalId()));
        steps.put(event.logicalId(), step);
        return step;
    }

    /** Takes in that time has passed, and returns the present. */
    Duration take(Duration elapsed) {
        return timeline.after(elapsed);
    }

    StackOperation operation() {
        return operation;
    }

    String stackName() {
        return stackName;
    }

    /** Returns the stack's status by its last event; nothing before the first. */
    Optional<String> stackStatus() {
        return stackStatus;
    }

    /** Returns the time since the start. */
    Duration now() {
        return timeline.latest();
    }

    /** Returns how many resources have been seen. */
    int known() {
        return steps.size();
    }

    /** Returns how many of them are at rest, well or not. */
    int done() {
        return known() - inFlight().size();
    }

    /** Returns what is not at rest, in the order of its last events. */
    List<Step> inFlight() {
        return steps.values().stream().filter(Step::inFlight).toList();
    }

    /** Returns how long a step has been going on. */
    Optional<Duration> lasting(Step step) {
        return step.since().map(since -> (step.inFlight() ? now() : step.at()).minus(since));
    }

    /** An ARN has the name between slashes: {@code arn:…:stack/name/id}. */
    private static String nameOf(String stack) {
        String[] parts = stack.split("/", -1);
        return parts.length > 1 ? parts[1] : stack;
    }
}
