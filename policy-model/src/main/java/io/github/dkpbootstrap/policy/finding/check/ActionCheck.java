// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import io.github.dkpbootstrap.policy.finding.PolicyCheck;

/** A check that looks at each entry of {@code Action} and {@code NotAction} next to the catalogue. */
abstract class ActionCheck extends StatementCheck {
    ActionCheck(PolicyCheck about) {
        super(about);
    }

    @Override
    final void run(StatementAt statement, CheckContext context, Report report) {
        statement
                .anyActions()
                .forEach(at -> ActionText.of(at.value(), context).ifPresent(action -> run(action, at.path(), report)));
    }

    /** Looks at one entry. */
    abstract void run(ActionText action, String path, Report report);
}
