// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy;

import io.github.dkpbootstrap.policy.internal.ValueStyle;
import org.immutables.value.Value;

/**
 * A value that a condition compares with. IAM treats numbers and truth values as their text; this keeps which of them
 * stood in the document.
 */
@ValueStyle
@Value.Immutable
public interface ConditionValue {
    /** How a value stands in the document. */
    enum Form {
        /** As a string, or a template intrinsic. */
        STRING,
        /** As a number without quotes. */
        NUMBER,
        /** As {@code true} or {@code false} without quotes. */
        BOOLEAN
    }

    /** Returns the value; a number or truth value by its text. */
    @Value.Parameter
    PolicyString value();

    /** Returns how the value is written. */
    @Value.Parameter
    Form form();

    /** Returns a string. */
    static ConditionValue of(String text) {
        return of(PolicyString.of(text));
    }

    /** Returns a string or a template intrinsic. */
    static ConditionValue of(PolicyString value) {
        return ImmutableConditionValue.of(value, Form.STRING);
    }

    /** Returns a number without quotes; {@code digits} must be a JSON number, and is kept to the digit. */
    static ConditionValue number(String digits) {
        return ImmutableConditionValue.of(PolicyString.of(digits), Form.NUMBER);
    }

    /** Returns the truth value {@code true} without quotes. */
    static ConditionValue ofTrue() {
        return ImmutableConditionValue.of(PolicyString.of("true"), Form.BOOLEAN);
    }

    /** Returns the truth value {@code false} without quotes. */
    static ConditionValue ofFalse() {
        return ImmutableConditionValue.of(PolicyString.of("false"), Form.BOOLEAN);
    }

    /** Checks that what is written without quotes can be. */
    @Value.Check
    default void check() {
        if (form() == Form.NUMBER) {
            new JsonValue.JsonNumber(value().requireText());
        }
    }
}
