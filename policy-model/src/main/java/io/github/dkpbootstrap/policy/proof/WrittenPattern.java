// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.proof;

import io.github.dkpbootstrap.policy.proof.VariableValues.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A written text taken apart into characters, wildcards, and variables whose value is not known. */
record WrittenPattern(List<Part> parts) {
    /** One part of a text. */
    sealed interface Part {
        /** A character that stands for itself. */
        record Letter(int codePoint) implements Part {}

        /** The wildcard for one character. */
        record One() implements Part {}

        /** The wildcard for any run; whether a colon or the end of the text follows it. */
        record Run(boolean endsSegment) implements Part {}

        /** The unknown value of a variable. */
        record Unknown() implements Part {}
    }

    /** Which characters of a text are wildcards. */
    enum Wildcards {
        NONE,
        STAR_AND_QUESTION_MARK
    }

    /** Returns the text without variables. */
    static WrittenPattern plain(String text, Wildcards wildcards) {
        List<Part> parts = new ArrayList<>();
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            parts.add(part(text, at, wildcards));
        }
        return new WrittenPattern(parts);
    }

    /** Returns the text with its variables replaced; nothing where one has no value, so that nothing is matched. */
    static Optional<WrittenPattern> expanded(String text, Wildcards wildcards, VariableValues values) {
        List<Part> parts = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            Optional<Variable> variable = Variable.at(text, at);
            if (variable.isEmpty()) {
                parts.add(part(text, at, wildcards));
                at += Character.charCount(text.codePointAt(at));
                continue;
            }
            Value value = values.value(variable.get());
            if (value instanceof Value.Missing) {
                return Optional.empty();
            }
            if (value instanceof Value.Known known) {
                known.text().codePoints().forEach(character -> parts.add(new Part.Letter(character)));
            } else {
                parts.add(new Part.Unknown());
            }
            at = variable.get().end();
        }
        return Optional.of(new WrittenPattern(parts));
    }

    boolean hasUnknown() {
        return parts.stream().anyMatch(Part.Unknown.class::isInstance);
    }

    boolean hasWildcards() {
        return parts.stream().anyMatch(part -> part instanceof Part.One || part instanceof Part.Run);
    }

    /** Returns the texts as a pattern without regard to colons; an unknown value can be anything. */
    Glob toGlob() {
        Glob.Builder glob = new Glob.Builder();
        parts.forEach(part -> add(part, glob));
        return glob.build();
    }

    static void add(Part part, Glob.Builder glob) {
        if (part instanceof Part.Letter character) {
            glob.symbol(character.codePoint());
        } else if (part instanceof Part.One) {
            glob.symbol(Glob.ANY_ONE);
        } else {
            glob.loop(Glob.Loop.ANY);
        }
    }

    private static Part part(String text, int at, Wildcards wildcards) {
        int character = text.codePointAt(at);
        if (wildcards == Wildcards.NONE || (character != '*' && character != '?')) {
            return new Part.Letter(character);
        }
        return character == '?' ? new Part.One() : new Part.Run(at + 1 == text.length() || text.charAt(at + 1) == ':');
    }
}
