// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import io.github.dkpbootstrap.policy.finding.Severity;

/**
 * {@code UNKNOWN_CONDITION_KEY}, WARNING: the catalogue has no such key of {@code aws:} or of that service, and none that is
 * a slip away. The key can be newer than the catalogue. An id of our own, as {@link UnknownAction} is.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html">Global condition
 *     keys</a>
 */
final class UnknownConditionKey extends ConditionCheck {
    private static final int NEAR = 4;

    UnknownConditionKey() {
        super(ofOurs(
                "UNKNOWN_CONDITION_KEY",
                Severity.WARNING,
                "The catalogue has no such condition key; it can be newer.",
                "Look the key up, and use a newer catalogue if it exists.",
                "reference_policies_condition-keys.html"));
    }

    @Override
    void run(ConditionAt condition, CheckContext context, Report report) {
        UnknownKey.of(condition, context)
                .filter(key -> key.near(InvalidAction.SLIP).isEmpty())
                .ifPresent(key -> report.add(
                        condition.path(),
                        "The catalogue of %s has no condition key %s%s"
                                .formatted(
                                        context.catalogue().date(),
                                        Quote.of(key.key()),
                                        key.near(NEAR)
                                                .map(near -> "; near is " + Quote.of(near))
                                                .orElse(""))));
    }
}
