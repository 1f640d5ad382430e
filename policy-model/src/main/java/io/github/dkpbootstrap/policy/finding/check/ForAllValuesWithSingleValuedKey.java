// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import io.github.dkpbootstrap.policy.ConditionOperator.SetQuantifier;
import io.github.dkpbootstrap.policy.finding.Severity;
import java.util.Optional;

/**
 * {@code FORALLVALUES_WITH_SINGLE_VALUED_KEY}, SECURITY_WARNING: ForAllValues also holds without the key, and a key with one
 * value gains nothing by it.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-security-warning-forallvalues-with-single-valued-key">
 *     ForAllValues with single valued key</a>
 */
final class ForAllValuesWithSingleValuedKey extends ConditionCheck {
    ForAllValuesWithSingleValuedKey() {
        super(ofAws(
                "FORALLVALUES_WITH_SINGLE_VALUED_KEY",
                Severity.SECURITY_WARNING,
                "ForAllValues is used with a condition key that has one value.",
                "Leave ForAllValues: away."));
    }

    @Override
    void run(ConditionAt condition, CheckContext context, Report report) {
        if (condition.operator().quantifier().equals(Optional.of(SetQuantifier.FOR_ALL_VALUES))
                && context.catalogue()
                        .conditionKey(condition.condition().key())
                        .filter(key -> !key.isMultivalued())
                        .isPresent()) {
            report.add(
                    condition.path(),
                    "%s has one value, and %s also holds for a request without it"
                            .formatted(condition.condition().key(), condition.operator()));
        }
    }
}
