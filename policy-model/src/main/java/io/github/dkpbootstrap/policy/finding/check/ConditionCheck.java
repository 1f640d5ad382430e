// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import io.github.dkpbootstrap.policy.finding.PolicyCheck;

/** A check that looks at each condition on its own. */
abstract class ConditionCheck extends StatementCheck {
    ConditionCheck(PolicyCheck about) {
        super(about);
    }

    @Override
    final void run(StatementAt statement, CheckContext context, Report report) {
        statement.conditions().forEach(condition -> run(condition, context, report));
    }

    /** Looks at one condition. */
    abstract void run(ConditionAt condition, CheckContext context, Report report);
}
