// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import io.github.dkpbootstrap.policy.Comparison.Family;
import io.github.dkpbootstrap.policy.finding.Severity;
import java.util.Optional;

/**
 * {@code TYPE_MISMATCH_ARN}, WARNING. A value of an Arn operator is no ARN. An id of our own.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_ARN">
 *     The rule</a>
 */
final class TypeMismatchArn extends ValueCheck {
    TypeMismatchArn() {
        super(
                ofOurs(
                        "TYPE_MISMATCH_ARN",
                        Severity.WARNING,
                        "A value of an Arn operator is no ARN.",
                        "Write an ARN of six fields, wildcards within the fields.",
                        "reference_policies_elements_condition_operators.html#Conditions_ARN"),
                Family.ARN);
    }

    @Override
    Optional<String> problem(String value, ConditionAt condition) {
        boolean whole = ArnFields.of(value).filter(ArnFields::isComplete).isPresent();
        return whole || value.contains("${")
                ? Optional.empty()
                : Optional.of(condition.quote(value) + " is no ARN of six fields, so that " + condition.operator()
                        + " never matches it");
    }
}
