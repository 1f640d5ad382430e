// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.cloudformation;

import io.github.dkpbootstrap.testkit.internal.Timeline;
import io.github.dkpbootstrap.testkit.internal.fault.Trouble;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Takes a step on each of several resources, each as soon as those that it waits for are done, several at a time. A step
 * has an effect a second after it begins, and completes later.
 */
final class Walk {
    /** What is done to each resource. */
    interface Step {
        /** Begins with a resource; returns how long it takes, or nothing if there is nothing to do. */
        Optional<Duration> begin(String id);

        /** Does what is to be done. */
        void effect(String id);

        /** Notes that it is done. */
        void complete(String id);

        /** Notes that it failed. */
        void failed(String id, String reason);
    }

    /** What a walk does about a failure. */
    enum OnFailure {
        /** Ends at once. */
        STOP,
        /** Goes on with the resources that do not wait for the failed one. */
        GO_ON
    }

    private static final Duration UNTIL_EFFECT = Duration.ofSeconds(1);

    private final Workshop workshop;
    private final Timeline timeline;
    private final Map<String, Set<String>> waitsFor;
    private final Step step;
    private final OnFailure onFailure;
    private final Runnable finished;
    private final Set<String> waiting;
    private final Set<String> running = new LinkedHashSet<>();
    private final Set<String> failures = new LinkedHashSet<>();
    private boolean over;

    Walk(Workshop workshop, Map<String, Set<String>> waitsFor, Step step, OnFailure onFailure, Runnable finished) {
        this.workshop = workshop;
        this.timeline = workshop.timeline();
        this.waitsFor = new LinkedHashMap<>(waitsFor);
        this.waiting = new LinkedHashSet<>(waitsFor.keySet());
        this.step = step;
        this.onFailure = onFailure;
        this.finished = finished;
    }

    /** Begins with every resource that waits for nothing. */
    void advance() {
        boolean progress = true;
        while (progress && !over) {
            progress = false;
            for (String id : List.copyOf(waiting)) {
                if (!over && isReady(id)) {
                    begin(id);
                    progress = true;
                }
            }
        }
        if (!over && running.isEmpty()) {
            over = true;
            finished.run();
        }
    }

    /** Ends the walk where it is. */
    void abort() {
        over = true;
    }

    boolean isOver() {
        return over;
    }

    /** Returns the resources that are not finished with. */
    Set<String> running() {
        return running;
    }

    /** Returns the resources on which the step failed. */
    Set<String> failures() {
        return failures;
    }

    private boolean isReady(String id) {
        return waitsFor.getOrDefault(id, Set.of()).stream()
                .noneMatch(other -> waiting.contains(other) || running.contains(other) || failures.contains(other));
    }

    private void begin(String id) {
        waiting.remove(id);
        running.add(id);
        attempt(id, () -> {
            Optional<Duration> duration = step.begin(id);
            if (duration.isEmpty()) {
                running.remove(id);
                return;
            }
            Trouble trouble = workshop.trouble(id);
            Duration taken = trouble.duration().orElse(duration.get());
            if (trouble.failure().isPresent()) {
                Duration untilFailure = trouble.duration().orElse(UNTIL_EFFECT);
                timeline.schedule(untilFailure, () -> fail(id, trouble.failure().get()));
            } else {
                timeline.schedule(UNTIL_EFFECT, () -> effect(id, taken));
            }
        });
    }

    private void effect(String id, Duration duration) {
        if (over) {
            return;
        }
        attempt(id, () -> {
            step.effect(id);
            Duration rest = duration.minus(UNTIL_EFFECT);
            timeline.schedule(rest.isNegative() ? Duration.ZERO : rest, () -> complete(id));
        });
        if (failures.contains(id)) {
            advance();
        }
    }

    private void fail(String id, String reason) {
        if (!over) {
            attempt(id, () -> {
                throw new ResourceFailure(reason);
            });
            advance();
        }
    }

    private void complete(String id) {
        if (!over) {
            running.remove(id);
            step.complete(id);
            advance();
        }
    }

    private void attempt(String id, Runnable action) {
        try {
            action.run();
        } catch (ResourceFailure failure) {
            running.remove(id);
            failures.add(id);
            step.failed(id, failure.reason());
            if (onFailure == OnFailure.STOP) {
                over = true;
                finished.run();
            }
        }
    }
}
