// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy;

import io.github.dkpbootstrap.policy.internal.JsonPath;
import io.github.dkpbootstrap.policy.internal.ValueStyle;
import java.util.List;
import org.immutables.value.Value;

/**
 * A CloudFormation intrinsic function in the place of a string, in its long form, such as {@code {"Ref": "MyRole"}}. It
 * is kept as it is: this library reads, compares and writes it, and never computes it.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference.html">
 *     Intrinsic function reference</a>
 */
@ValueStyle
@Value.Immutable
public non-sealed interface Intrinsic extends PolicyString {
    /** Returns the name of the function: {@code Ref}, {@code Condition}, or {@code Fn::} and a name. */
    @Value.Parameter
    String function();

    /** Returns the argument of the function. */
    @Value.Parameter
    JsonValue argument();

    /** Returns {@code {"Ref": logicalId}}. */
    static Intrinsic ref(String logicalId) {
        return of("Ref", JsonValue.of(logicalId));
    }

    /** Returns <code>{"Fn::Sub": text}</code>, in which CloudFormation replaces each <code>${…}</code>. */
    static Intrinsic sub(String text) {
        return of("Fn::Sub", JsonValue.of(text));
    }

    /** Returns {@code {"Fn::GetAtt": [logicalId, attribute]}}. */
    static Intrinsic getAtt(String logicalId, String attribute) {
        return of("Fn::GetAtt", JsonValue.ofStrings(List.of(logicalId, attribute)));
    }

    /**
     * Returns any intrinsic.
     *
     * @throws InvalidPolicyException if {@code function} is no name of an intrinsic function
     */
    static Intrinsic of(String function, JsonValue argument) {
        return ImmutableIntrinsic.of(function, argument);
    }

    /** Returns whether an object whose single member is {@code name} is an intrinsic. */
    static boolean isFunction(String name) {
        return name.equals("Ref") || name.equals("Condition") || name.startsWith("Fn::");
    }

    /** Checks the name of the function. */
    @Value.Check
    default void check() {
        if (!isFunction(function())) {
            throw new InvalidPolicyException(JsonPath.quoted(function())
                    + " is no intrinsic function: expected Ref, Condition or a name in Fn::");
        }
    }
}
