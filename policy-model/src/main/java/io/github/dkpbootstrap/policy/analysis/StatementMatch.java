// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.analysis;

import io.github.dkpbootstrap.policy.Effect;
import io.github.dkpbootstrap.policy.Statement;
import io.github.dkpbootstrap.policy.UnresolvedIntrinsicException;

/** What became of one statement: where it stands, and what it grants or denies at least and at most. */
record StatementMatch(
        PolicyKind kind, int level, String location, Statement statement, GrantRange range, String reason) {
    Effect effect() {
        return statement.effect();
    }

    boolean isOpen() {
        return range.surely() != range.possibly();
    }

    UnresolvedIntrinsicException unresolved() {
        return new UnresolvedIntrinsicException(
                StatementStrings.firstIntrinsic(statement).orElseThrow());
    }

    StatementResult toResult() {
        StatementResult.Match match =
                range.surely() == Grant.NONE ? StatementResult.Match.NO : StatementResult.Match.YES;
        return StatementResult.of(location, effect(), reason, match);
    }
}
