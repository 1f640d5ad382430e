// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import io.github.dkpbootstrap.policy.finding.PolicyCheck;

/** A check of the syntax of variables: in resources and in the values of String and Arn operators. */
abstract class VariableCheck extends StatementCheck {
    private final VariableFlaw flaw;

    VariableCheck(PolicyCheck about, VariableFlaw flaw) {
        super(about);
        this.flaw = flaw;
    }

    @Override
    final void run(StatementAt statement, CheckContext context, Report report) {
        if (!context.hasVariables()) {
            return;
        }
        statement
                .variableTexts()
                .filter(text -> VariableFlaw.of(text.value()).contains(flaw))
                .forEach(text -> report.add(text.path(), about().summary().replaceFirst("\\.$", "")));
    }
}
