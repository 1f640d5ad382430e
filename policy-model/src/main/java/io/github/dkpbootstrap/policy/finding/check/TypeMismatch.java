// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import io.github.dkpbootstrap.policy.Comparison.Family;
import io.github.dkpbootstrap.policy.catalogue.ConditionKeyType;
import io.github.dkpbootstrap.policy.finding.Severity;

/**
 * {@code TYPE_MISMATCH}, WARNING. An operator does not fit the type of its condition key.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-general-warning-type-mismatch">
 *     Type mismatch</a>
 */
final class TypeMismatch extends ConditionCheck {
    TypeMismatch() {
        super(ofAws(
                "TYPE_MISMATCH",
                Severity.WARNING,
                "An operator does not fit the type of its condition key.",
                "Use an operator of the type of the key."));
    }

    @Override
    void run(ConditionAt condition, CheckContext context, Report report) {
        context.catalogue()
                .conditionKey(condition.condition().key())
                .filter(key -> !fits(condition.family(), key.type()))
                .ifPresent(key -> report.add(
                        condition.path(),
                        "%s is of the type %s, which %s does not compare"
                                .formatted(condition.condition().key(), key.type(), condition.operator())));
    }

    /** Says whether operators of a family compare values of a type; ARNs are text, and times may be numbers. */
    private static boolean fits(Family family, ConditionKeyType type) {
        return family == Family.NULL
                || switch (type) {
                    case STRING -> family == Family.STRING || family == Family.ARN;
                    case ARN -> family == Family.ARN || family == Family.STRING;
                    case BOOL -> family == Family.BOOL;
                    case NUMERIC -> family == Family.NUMERIC;
                    case DATE -> family == Family.DATE || family == Family.NUMERIC;
                    case IP_ADDRESS -> family == Family.IP;
                    case BINARY -> family == Family.BINARY;
                };
    }
}
