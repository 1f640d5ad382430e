// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.proof;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * How the rules are read that AWS's pages leave open: by the library's choice, which the interpreter follows, or the other
 * way. A proof must hold under every reading that matters to the documents; the same reading holds for both of them.
 */
record Readings(Set<Rule> otherwise) {
    /** A rule of {@code docs/semantics.md} that can be read in two ways. */
    enum Rule {
        /** 11b and 11c: a wildcard of a resource may reach across any colon, as in a plain text pattern. */
        COLONS("11c"),
        /** 11e: an ARN with fewer than six fields matches nothing, or is filled up, against the choice made. */
        SHORT_ARNS("11e"),
        /** 13b: variables are replaced in the values of Bool too. */
        BOOL_VARIABLES("13b"),
        /** 18d: a negated operator without set prefix holds for several values if none of them matches. */
        SEVERAL_VALUES("18d");

        private final String number;

        Rule(String number) {
            this.number = number;
        }

        String number() {
            return number;
        }
    }

    static final Readings CHOSEN = new Readings(Set.of());

    Readings {
        otherwise = Set.copyOf(otherwise);
    }

    boolean isOther(Rule rule) {
        return otherwise.contains(rule);
    }

    /** Returns this reading as far as these rules go. */
    Readings only(Set<Rule> rules) {
        Set<Rule> kept = EnumSet.noneOf(Rule.class);
        rules.stream().filter(otherwise::contains).forEach(kept::add);
        return new Readings(kept);
    }

    /** Returns every other way to read these rules together. */
    static List<Readings> others(Set<Rule> rules) {
        return Subsets.of(EnumSet.copyOf(rules)).skip(1).map(Readings::new).toList();
    }
}
