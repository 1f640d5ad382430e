// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy;

import java.util.Optional;
import java.util.function.Supplier;

/** What must hold of every reader for one text. Throws an {@link AssertionError} where it does not. */
final class ReaderProperties {
    /** The longest message that an error of this library may have. */
    static final int MAX_MESSAGE = 1000;

    private static final int MAX_FRAGMENT = 80;
    private static final int MAX_LENGTH = 1 << 20;

    private long longestNanos;

    /** Returns how long the slowest call of a reader took. */
    long longestNanos() {
        return longestNanos;
    }

    /** Gives a text to all readers; returns whether it is a policy document. */
    boolean check(String text) {
        Optional<PolicyDocument> document = attempt(() -> PolicyDocument.parse(text));
        Optional<JsonValue> json = attempt(() -> JsonValue.parse(text));
        require(json.isPresent() || document.isEmpty(), "a document that is no JSON");
        require(
                document.equals(json.flatMap(value -> attempt(() -> PolicyDocument.of(value)))),
                "text and value are read differently");
        json.ifPresent(this::roundTrip);
        document.ifPresent(this::roundTrip);
        fragment(text.substring(text.length() / 2, Math.min(text.length(), text.length() / 2 + MAX_FRAGMENT)));
        if (text.length() % 16 == 0) {
            fragment(text);
        }
        return document.isPresent();
    }

    private void roundTrip(JsonValue value) {
        String text = value.toJson(JsonLayout.MINIFIED);
        // Characters that take an escape can make the text longer than what may be read.
        Optional<JsonValue> again = attempt(() -> JsonValue.parse(text));
        require(again.isPresent() || text.length() > MAX_LENGTH, "JSON that cannot be read again");
        require(again.isEmpty() || again.get().equals(value), "JSON that comes back differently");
        require(
                again.isEmpty() || again.get().toJson(JsonLayout.MINIFIED).equals(text),
                "JSON that is written differently");
    }

    private void roundTrip(PolicyDocument document) {
        for (JsonLayout layout : JsonLayout.values()) {
            String text = document.toJson(layout);
            Optional<PolicyDocument> again = attempt(() -> PolicyDocument.parse(text));
            require(again.isPresent() || text.length() > MAX_LENGTH, "a document that cannot be read again");
            require(again.isEmpty() || again.get().equals(document), "a document that comes back differently");
        }
        require(document.quotaCharacters() >= 0, "a negative size");
    }

    private void fragment(String text) {
        Optional<Arn> arn = Arn.tryParse(text);
        require(arn.equals(attempt(() -> Arn.parse(text))), "two answers on an ARN");
        arn.ifPresent(read -> require(read.toString().equals(text), "an ARN that does not come back"));
        require(
                ConditionOperator.fromText(text).equals(attempt(() -> ConditionOperator.parse(text))),
                "two answers on an operator");
        ActionPattern action = ActionPattern.of(text);
        require(action.service().isPresent() == action.name().isPresent(), "half an action");
        require(ResourcePattern.of(text).value().requireText().equals(text), "another resource");
        attempt(() -> ConditionValue.number(text));
        attempt(() -> Intrinsic.of(text, JsonValue.of(text)));
        attempt(() -> PolicyVersion.fromText(text));
        attempt(() -> Effect.fromText(text));
    }

    /** Returns what a reader makes of a text, or nothing if it refuses it in the one way that it may. */
    private <T> Optional<T> attempt(Supplier<T> reader) {
        long start = System.nanoTime();
        try {
            return Optional.of(reader.get());
        } catch (PolicyException e) {
            int length = String.valueOf(e.getMessage()).length();
            require(length <= MAX_MESSAGE, "a message of " + length + " characters");
            return Optional.empty();
        } finally {
            longestNanos = Math.max(longestNanos, System.nanoTime() - start);
        }
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise);
        }
    }
}
