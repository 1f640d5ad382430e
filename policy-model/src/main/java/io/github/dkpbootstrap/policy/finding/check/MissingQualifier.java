// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import io.github.dkpbootstrap.policy.Comparison.Family;
import io.github.dkpbootstrap.policy.catalogue.ConditionKeyEntry;
import io.github.dkpbootstrap.policy.finding.Severity;

/**
 * {@code MISSING_QUALIFIER}, ERROR: a key that can have several values is compared without a set prefix.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-error-missing-qualifier">
 *     Missing qualifier</a>
 */
final class MissingQualifier extends ConditionCheck {
    MissingQualifier() {
        super(ofAws(
                "MISSING_QUALIFIER",
                Severity.ERROR,
                "A condition key that can have several values is compared without ForAllValues or ForAnyValue.",
                "Put ForAnyValue: or ForAllValues: in front of the operator."));
    }

    @Override
    void run(ConditionAt condition, CheckContext context, Report report) {
        boolean plain = condition.operator().quantifier().isEmpty() && condition.family() != Family.NULL;
        if (plain
                && context.catalogue()
                        .conditionKey(condition.condition().key())
                        .filter(ConditionKeyEntry::isMultivalued)
                        .isPresent()) {
            report.add(
                    condition.path(),
                    "%s can have several values in a request, which %s does not match"
                            .formatted(condition.condition().key(), condition.operator()));
        }
    }
}
