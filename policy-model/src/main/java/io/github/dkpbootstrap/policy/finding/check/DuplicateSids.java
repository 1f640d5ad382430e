// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import io.github.dkpbootstrap.policy.PolicyTarget;
import io.github.dkpbootstrap.policy.finding.PolicyCheck;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A check that no two statements have the same id, for some targets. */
abstract class DuplicateSids extends DocumentCheck {
    DuplicateSids(PolicyCheck about) {
        super(about);
    }

    /** Returns whether the check is about documents of this target. */
    abstract boolean concerns(PolicyTarget target);

    @Override
    final void run(CheckContext context, Report report) {
        if (!concerns(context.target())) {
            return;
        }
        Map<String, String> seen = new HashMap<>();
        for (StatementAt statement : context.statements()) {
            statement
                    .sid()
                    .filter(sid -> !sid.isEmpty())
                    .flatMap(sid -> Optional.ofNullable(seen.putIfAbsent(sid, statement.path()))
                            .map(first -> "The Sid " + Quote.of(sid) + " is that of " + first + " too"))
                    .ifPresent(problem -> report.add(statement.path("Sid"), problem));
        }
    }
}
