// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import io.github.dkpbootstrap.policy.Comparison;
import io.github.dkpbootstrap.policy.Comparison.Family;
import io.github.dkpbootstrap.policy.finding.Severity;
import java.util.Optional;

/**
 * {@code WILDCARD_WITHOUT_LIKE_OPERATOR}, WARNING. A value has a wildcard that its operator takes as plain text.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-general-warning-wildcard-without-like-operator">
 *     Wildcard without like operator</a>
 */
final class WildcardWithoutLikeOperator extends ValueCheck {
    WildcardWithoutLikeOperator() {
        super(
                ofAws(
                        "WILDCARD_WITHOUT_LIKE_OPERATOR",
                        Severity.WARNING,
                        "A value has a wildcard that its operator takes as plain text.",
                        "Use StringLike or StringNotLike if a wildcard is meant."),
                Family.STRING);
    }

    @Override
    Optional<String> problem(String value, ConditionAt condition) {
        Comparison comparison = condition.operator().comparison();
        boolean like = comparison == Comparison.STRING_LIKE || comparison == Comparison.STRING_NOT_LIKE;
        return !like && value.replaceAll("\\$\\{[^}]*}", "").matches("(?s).*[*?].*")
                ? Optional.of(condition.operator() + " compares with " + condition.quote(value) + " as plain text")
                : Optional.empty();
    }
}
