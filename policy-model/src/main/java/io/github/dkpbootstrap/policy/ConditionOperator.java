// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy;

import io.github.dkpbootstrap.policy.internal.JsonPath;
import io.github.dkpbootstrap.policy.internal.ValueStyle;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.immutables.value.Value;

/**
 * An operator of a condition: a {@link Comparison}, for keys with many values a {@link SetQuantifier}, and whether it
 * also holds if the request has no such key ({@code IfExists}).
 *
 * <pre>{@code
 * ConditionOperator.STRING_LIKE.forAnyValue().ifExists()      // "ForAnyValue:StringLikeIfExists"
 * }</pre>
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html">
 *     Condition operators</a>
 */
@ValueStyle
@Value.Immutable
public abstract class ConditionOperator {
    /** {@code StringEquals}. */
    public static final ConditionOperator STRING_EQUALS = of(Comparison.STRING_EQUALS);
    /** {@code StringNotEquals}. */
    public static final ConditionOperator STRING_NOT_EQUALS = of(Comparison.STRING_NOT_EQUALS);
    /** {@code StringEqualsIgnoreCase}. */
    public static final ConditionOperator STRING_EQUALS_IGNORE_CASE = of(Comparison.STRING_EQUALS_IGNORE_CASE);
    /** {@code StringLike}. */
    public static final ConditionOperator STRING_LIKE = of(Comparison.STRING_LIKE);
    /** {@code StringNotLike}. */
    public static final ConditionOperator STRING_NOT_LIKE = of(Comparison.STRING_NOT_LIKE);
    /** {@code Bool}. */
    public static final ConditionOperator BOOL = of(Comparison.BOOL);
    /** {@code IpAddress}. */
    public static final ConditionOperator IP_ADDRESS = of(Comparison.IP_ADDRESS);
    /** {@code ArnLike}. */
    public static final ConditionOperator ARN_LIKE = of(Comparison.ARN_LIKE);
    /** {@code Null}. */
    public static final ConditionOperator NULL = of(Comparison.NULL);

    private static final String IF_EXISTS = "IfExists";
    private static final Map<String, ConditionOperator> BY_TEXT = Stream.of(Comparison.values())
            .map(ConditionOperator::of)
            .flatMap(ConditionOperator::variants)
            .collect(Collectors.toUnmodifiableMap(ConditionOperator::text, Function.identity()));

    ConditionOperator() {}

    /** How an operator treats a key that holds several values. */
    public enum SetQuantifier {
        /** Every value of the request must match; holds too if the request has none. */
        FOR_ALL_VALUES("ForAllValues:"),
        /** At least one value of the request must match. */
        FOR_ANY_VALUE("ForAnyValue:");

        private final String prefix;

        SetQuantifier(String prefix) {
            this.prefix = prefix;
        }

        /** Returns the prefix that stands in a document, its colon included. */
        public String prefix() {
            return prefix;
        }
    }

    /** Returns what is compared. */
    @Value.Parameter
    public abstract Comparison comparison();

    /** Returns how several values are treated; nothing for a key with a single value. */
    @Value.Parameter
    public abstract Optional<SetQuantifier> quantifier();

    /** Returns whether the operator also holds if the request has no such key. */
    @Value.Parameter
    public abstract boolean isIfExists();

    /** Returns the plain operator of a comparison. */
    public static ConditionOperator of(Comparison comparison) {
        return ImmutableConditionOperator.of(comparison, Optional.empty(), false);
    }

    /**
     * Reads an operator as a document writes it, such as {@code ForAnyValue:StringLikeIfExists}.
     *
     * @throws InvalidPolicyException if there is no such operator
     */
    public static ConditionOperator parse(String text) {
        return fromText(text)
                .orElseThrow(() -> new InvalidPolicyException(JsonPath.quoted(text) + " is no condition operator"));
    }

    /** Returns the operator that a document writes as {@code text}, upper and lower case significant. */
    public static Optional<ConditionOperator> fromText(String text) {
        return Optional.ofNullable(BY_TEXT.get(text));
    }

    /** Returns this operator for keys of several values, all of which must match. */
    public ConditionOperator forAllValues() {
        return ImmutableConditionOperator.of(comparison(), Optional.of(SetQuantifier.FOR_ALL_VALUES), isIfExists());
    }

    /** Returns this operator for keys of several values, one of which must match. */
    public ConditionOperator forAnyValue() {
        return ImmutableConditionOperator.of(comparison(), Optional.of(SetQuantifier.FOR_ANY_VALUE), isIfExists());
    }

    /**
     * Returns this operator, holding also if the request has no such key.
     *
     * @throws InvalidPolicyException for {@code Null}, which asks just that
     */
    public ConditionOperator ifExists() {
        return ImmutableConditionOperator.of(comparison(), quantifier(), true);
    }

    /** Returns the operator as a document writes it. */
    public String text() {
        return quantifier().map(SetQuantifier::prefix).orElse("")
                + comparison().text()
                + (isIfExists() ? IF_EXISTS : "");
    }

    /** Returns the same as {@link #text()}. */
    @Override
    public String toString() {
        return text();
    }

    @Value.Check
    void check() {
        if (isIfExists() && comparison() == Comparison.NULL) {
            throw new InvalidPolicyException("Null takes no IfExists: it asks already whether the key is there");
        }
    }

    private static Stream<ConditionOperator> variants(ConditionOperator plain) {
        Stream<ConditionOperator> quantified = Stream.of(plain, plain.forAllValues(), plain.forAnyValue());
        return plain.comparison() == Comparison.NULL
                ? quantified
                : quantified.flatMap(operator -> Stream.of(operator, operator.ifExists()));
    }
}
