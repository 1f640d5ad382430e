// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import io.github.dkpbootstrap.policy.Comparison;
import io.github.dkpbootstrap.policy.catalogue.ConditionKeyType;
import io.github.dkpbootstrap.policy.finding.Severity;
import java.util.Set;

/**
 * {@code STRING_LIKE_OPERATOR_WITH_ARN_CONDITION_KEYS}, SECURITY_WARNING: the wildcards of StringLike reach across the
 * fields of an ARN.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-security-warning-string-like-operator-with-arn-condition-keys">
 *     String like operator with ARN condition keys</a>
 */
final class StringLikeOperatorWithArnConditionKeys extends ConditionCheck {
    private static final Set<Comparison> STRING_LIKE = Set.of(Comparison.STRING_LIKE, Comparison.STRING_NOT_LIKE);

    StringLikeOperatorWithArnConditionKeys() {
        super(ofAws(
                "STRING_LIKE_OPERATOR_WITH_ARN_CONDITION_KEYS",
                Severity.SECURITY_WARNING,
                "StringLike compares a condition key that holds an ARN.",
                "Use ArnLike, which compares the fields of an ARN one by one, or ArnNotLike."));
    }

    @Override
    void run(ConditionAt condition, CheckContext context, Report report) {
        if (STRING_LIKE.contains(condition.operator().comparison())
                && context.catalogue()
                        .conditionKey(condition.condition().key())
                        .filter(key -> key.type() == ConditionKeyType.ARN)
                        .isPresent()) {
            report.add(
                    condition.path(),
                    "%s is an ARN, and a wildcard of %s reaches across its colons"
                            .formatted(condition.condition().key(), condition.operator()));
        }
    }
}
