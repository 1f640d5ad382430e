// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.proof;

import io.github.dkpbootstrap.policy.PolicyDocument;
import io.github.dkpbootstrap.policy.PolicyVersion;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What is known of the values of policy variables (rule 13): nothing yet, or for each key its value or that it has none. */
final class VariableValues {
    /** What a variable stands for. */
    sealed interface Value {
        /** This text. */
        record Known(String text) implements Value {}

        /** No value and no default: what holds the variable matches nothing. */
        record Missing() implements Value {}

        /** Any text, or none. */
        record Unknown() implements Value {}
    }

    private final Map<String, Optional<String>> byKey;

    private VariableValues(Map<String, Optional<String>> byKey) {
        this.byKey = Map.copyOf(byKey);
    }

    static VariableValues unknown() {
        return new VariableValues(Map.of());
    }

    /** Returns values by key in lower case; empty where the request has no such key. */
    static VariableValues of(Map<String, Optional<String>> byKey) {
        return new VariableValues(byKey);
    }

    /** Returns whether a document has variables at all (rule 4). */
    static boolean areIn(PolicyDocument document) {
        return document.version().equals(Optional.of(PolicyVersion.V2012_10_17));
    }

    Value value(Variable variable) {
        if (variable.isCharacter()) {
            return new Value.Known(variable.key());
        }
        Optional<String> known = byKey.getOrDefault(variable.key().toLowerCase(Locale.ROOT), Optional.empty());
        if (known.isPresent()) {
            return new Value.Known(known.get());
        }
        if (!byKey.containsKey(variable.key().toLowerCase(Locale.ROOT))) {
            return new Value.Unknown();
        }
        return variable.fallback().<Value>map(Value.Known::new).orElseGet(Value.Missing::new);
    }

    Map<String, Optional<String>> byKey() {
        return byKey;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VariableValues values && byKey.equals(values.byKey);
    }

    @Override
    public int hashCode() {
        return byKey.hashCode();
    }
}
