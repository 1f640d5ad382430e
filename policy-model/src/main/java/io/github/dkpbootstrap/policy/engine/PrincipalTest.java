// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.engine;

import io.github.dkpbootstrap.policy.Principal;
import io.github.dkpbootstrap.policy.Statement;

/** How strongly a statement speaks of a caller (rules 14, 15b and 15c). */
interface PrincipalTest {
    Span span(CallerView caller);

    static PrincipalTest of(Statement statement, Layer layer) {
        boolean named =
                statement.principal().isPresent() || statement.notPrincipal().isPresent();
        if (named != layer.namesPrincipals()) {
            return caller -> Span.NONE;
        }
        if (!named) {
            return caller -> Span.FULL;
        }
        if (statement.principal().isPresent()) {
            return listed(new PrincipalNames(statement.principal().get()));
        }
        Principal spared = statement.notPrincipal().orElseThrow();
        return switch (statement.effect()) {
            case ALLOW -> notListed(new PrincipalNames(spared));
            case DENY -> notFullyListed(new PrincipalNames(spared));
        };
    }

    private static PrincipalTest listed(PrincipalNames names) {
        return caller -> {
            Grade least = names.of(caller).strongest();
            return new Span(least, names.isOpen() ? Grade.FULL : least);
        };
    }

    private static PrincipalTest notListed(PrincipalNames names) {
        return caller -> spanUnless(names.of(caller).strongest() != Grade.NONE, names);
    }

    private static PrincipalTest notFullyListed(PrincipalNames names) {
        return caller -> spanUnless(names.isEveryone() || names.of(caller).areComplete(caller), names);
    }

    private static Span spanUnless(boolean spared, PrincipalNames names) {
        return spared ? Span.NONE : new Span(Grade.fullIf(!names.isOpen()), Grade.FULL);
    }
}
