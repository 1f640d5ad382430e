// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import io.github.dkpbootstrap.policy.Comparison.Family;
import io.github.dkpbootstrap.policy.finding.PolicyCheck;
import java.util.Optional;

/** A check of each value of a condition that is text, within the operators of one family. */
abstract class ValueCheck extends ConditionCheck {
    private final Family family;

    ValueCheck(PolicyCheck about, Family family) {
        super(about);
        this.family = family;
    }

    @Override
    final void run(ConditionAt condition, CheckContext context, Report report) {
        if (condition.family() == family) {
            condition
                    .texts()
                    .forEach(text ->
                            problem(text.value(), condition).ifPresent(problem -> report.add(text.path(), problem)));
        }
    }

    /** Says what is wrong with a value, if anything is. */
    abstract Optional<String> problem(String value, ConditionAt condition);
}
