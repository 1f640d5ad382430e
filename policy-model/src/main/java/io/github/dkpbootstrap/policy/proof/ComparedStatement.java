// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.proof;

import io.github.dkpbootstrap.policy.Effect;
import io.github.dkpbootstrap.policy.PolicyString;
import io.github.dkpbootstrap.policy.Statement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A statement of one of two documents that are compared. */
record ComparedStatement(Side side, Statement statement, boolean hasVariables) {
    /** Which of the documents. */
    enum Side {
        /** The one that is to be no broader. */
        NARROW,
        /** The one it is held against. */
        WIDE
    }

    boolean is(Side wanted, Effect effect) {
        return side == wanted && statement.effect() == effect;
    }

    /** Returns whether a request that the statement matches is more of a counterexample for it. */
    boolean isHelpful() {
        return is(Side.NARROW, Effect.ALLOW) || is(Side.WIDE, Effect.DENY);
    }

    Optional<Naming> naming() {
        return statement
                .principal()
                .map(Naming::of)
                .or(() -> statement.notPrincipal().map(principal -> Naming.ofNot(principal, statement.effect())));
    }

    boolean isOnAllActionsBut() {
        return statement.notActions().isPresent();
    }

    List<PolicyString> actions() {
        return Stream.of(statement.actions(), statement.notActions())
                .flatMap(Optional::stream)
                .flatMap(list -> list.stream())
                .map(pattern -> pattern.value())
                .collect(Collectors.toList());
    }
}
