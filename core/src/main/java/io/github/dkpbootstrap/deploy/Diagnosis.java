// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.deploy;

import java.util.List;
import java.util.Optional;

/** Finds in the events of a failed operation what failed first, and what to do about it. */
final class Diagnosis {
    private final Optional<StackEvent> rootCause;

    private Diagnosis(Optional<StackEvent> rootCause) {
        this.rootCause = rootCause;
    }

    /** Looks for the first failure that is no mere consequence of another. */
    static Diagnosis of(List<StackEvent> events) {
        Optional<StackEvent> ofResource = events.stream()
                .filter(event -> event.failed() && !event.ofStack())
                .filter(event -> !event.reason().orElse("").contains("cancelled"))
                .findFirst();
        return new Diagnosis(ofResource.or(() -> events.stream()
                .filter(StackEvent::ofStack)
                .filter(event -> event.reason().isPresent())
                .filter(event -> event.failed() || event.status().contains("ROLLBACK"))
                .findFirst()));
    }

    Optional<String> resource() {
        return rootCause.filter(event -> !event.ofStack()).map(StackEvent::logicalId);
    }

    Optional<String> reason() {
        return rootCause.flatMap(StackEvent::reason);
    }

    /** Returns a sentence with the resource, AWS's reason and the remedy. */
    String explain() {
        return rootCause
                .map(event -> "%s (%s) is %s: %s. %s"
                        .formatted(
                                event.logicalId(),
                                event.resourceType(),
                                event.status(),
                                stripped(event.reason().orElse("AWS gave no reason")),
                                Remedy.of(event.reason().orElse(""))))
                .orElse("CloudFormation reported no failed resource; see the stack's events in the console");
    }

    private static String stripped(String reason) {
        return reason.endsWith(".") ? reason.substring(0, reason.length() - 1) : reason;
    }
}
