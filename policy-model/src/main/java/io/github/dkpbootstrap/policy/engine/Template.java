// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.engine;

import java.util.List;
import java.util.Optional;

/** A text of a policy, read once: wildcards and literal text with policy variables between them (rule 13). */
final class Template {
    /** A part of a template. */
    sealed interface Part permits Fixed, Variable {}

    /** Symbols that are the same for every request. */
    static final class Fixed implements Part {
        private final int[] symbols;

        Fixed(int... symbols) {
            this.symbols = symbols;
        }
    }

    /** The only value of a key, or else its default. */
    record Variable(ContextKey key, Optional<String> fallback) implements Part {
        Optional<String> value(RequestView request) {
            List<String> values = key.values(request);
            return values.size() == 1 ? Optional.of(values.get(0)) : fallback;
        }
    }

    private final List<Part> parts;

    Template(List<Part> parts) {
        this.parts = List.copyOf(parts);
    }

    /** Returns the symbols that this is for every request; nothing if there are variables. */
    Optional<int[]> fixed() {
        if (parts.isEmpty()) {
            return Optional.of(new int[0]);
        }
        return parts.size() == 1 && parts.get(0) instanceof Fixed only
                ? Optional.of(only.symbols.clone())
                : Optional.empty();
    }

    /** Returns the symbols for a request; nothing if a variable has neither value nor default there. */
    Optional<int[]> fill(RequestView request) {
        Symbols symbols = new Symbols();
        for (Part part : parts) {
            if (part instanceof Fixed fixed) {
                symbols.addAll(fixed.symbols);
            } else {
                Optional<String> value = ((Variable) part).value(request);
                if (value.isEmpty()) {
                    return Optional.empty();
                }
                symbols.addText(value.get());
            }
        }
        return Optional.of(symbols.toArray());
    }
}
