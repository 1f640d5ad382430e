// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.deploy;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What failed first in an operation, found in its events, and what to do about it. Immutable and thread-safe. */
final class Diagnosis {
    private final Optional<StackEvent> rootCause;
    private final Optional<String> remark;

    private Diagnosis(Optional<StackEvent> rootCause, Optional<String> remark) {
        this.rootCause = rootCause;
        this.remark = remark;
    }

    /** Looks for the first failure that is no mere consequence of another, in events from the oldest to the newest. */
    static Diagnosis of(List<StackEvent> events) {
        Optional<StackEvent> ofResource = failures(events).findFirst();
        return new Diagnosis(
                ofResource.or(() -> events.stream()
                        .filter(StackEvent::ofStack)
                        .filter(event -> event.reason().isPresent())
                        .filter(event -> event.failed() || event.status().contains("ROLLBACK"))
                        .findFirst()),
                Optional.empty());
    }

    /**
     * Looks for what failed in a rollback, which is what must be mended, and says with what it all began.
     *
     * @param events the events of the operation and of all that was done to undo it, from the oldest to the newest
     */
    static Diagnosis ofRollback(List<StackEvent> events) {
        int rollback = startOfRollback(events);
        Diagnosis ofRollback = of(events.subList(rollback, events.size()));
        if (!ofRollback.isExact()) {
            return of(events);
        }
        Diagnosis before = of(events.subList(0, rollback));
        return before.isExact() ? ofRollback.with("It was rolled back because of " + before.headline()) : ofRollback;
    }

    /** Returns the logical ids of what keeps the last rollback in these events from ending. */
    static List<String> stuckResources(List<StackEvent> events) {
        return failures(events.subList(startOfRollback(events), events.size()))
                .map(StackEvent::logicalId)
                .distinct()
                .toList();
    }

    private static int startOfRollback(List<StackEvent> events) {
        int rollback = 0;
        for (int i = 0; i < events.size(); i++) {
            StackEvent event = events.get(i);
            if (event.ofStack() && event.status().endsWith("ROLLBACK_IN_PROGRESS")) {
                rollback = i;
            }
        }
        return rollback;
    }

    private static Stream<StackEvent> failures(List<StackEvent> events) {
        return events.stream()
                .filter(event -> event.failed() && !event.ofStack())
                .filter(event -> !isConsequence(event.reason().orElse("")));
    }

    /** Resources that were under way when another failed are told to have failed too. */
    private static boolean isConsequence(String reason) {
        return reason.startsWith("Resource ") && reason.endsWith("cancelled");
    }

    /** Returns whether a resource or a validation was found to blame, and not only the stack as a whole. */
    boolean isExact() {
        return rootCause.filter(event -> !event.ofStack()).isPresent();
    }

    /** Returns the same diagnosis with something to add for the reader. */
    Diagnosis with(String addition) {
        return new Diagnosis(
                rootCause, Optional.of(remark.map(text -> text + ". ").orElse("") + addition));
    }

    Optional<StackEvent> rootCause() {
        return rootCause;
    }

    Optional<String> resource() {
        return rootCause.filter(event -> !event.ofStack()).map(StackEvent::logicalId);
    }

    Optional<String> reason() {
        return rootCause.flatMap(StackEvent::reason);
    }

    private String headline() {
        return rootCause
                .map(event -> event.logicalId() + ": "
                        + Refusal.stripped(event.reason().orElse("no reason given")))
                .orElse("");
    }

    /** Returns a sentence with the resource, AWS's reason and the remedy. */
    String explain() {
        return explain(Remedy.of(reason().orElse("")));
    }

    /** Returns the same for a status that has a way out of its own; a remedy is told only where the cause has one. */
    String explainBefore(String wayOut) {
        String remedy = Remedy.known(reason().orElse("")).orElse("");
        return remedy.isEmpty() ? explain(wayOut) : explain(remedy) + ". " + wayOut;
    }

    private String explain(String advice) {
        String cause = rootCause
                .map(event -> "%s (%s) is %s: %s"
                        .formatted(
                                event.logicalId(),
                                event.resourceType(),
                                event.status(),
                                Refusal.stripped(event.reason().orElse("AWS gave no reason"))))
                .orElse("CloudFormation reported no failed resource; see the stack's events in the console");
        String told = remark.map(text -> cause + ". " + text).orElse(cause);
        return told + ". " + advice;
    }
}
