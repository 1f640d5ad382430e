// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import io.github.dkpbootstrap.policy.finding.PolicyCheck;

/** A check that looks at each statement on its own. */
abstract class StatementCheck extends DocumentCheck {
    StatementCheck(PolicyCheck about) {
        super(about);
    }

    @Override
    final void run(CheckContext context, Report report) {
        context.statements().forEach(statement -> run(statement, context, report));
    }

    /** Looks at one statement. */
    abstract void run(StatementAt statement, CheckContext context, Report report);
}
