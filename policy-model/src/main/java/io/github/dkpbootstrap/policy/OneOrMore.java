// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy;

import io.github.dkpbootstrap.policy.internal.ValueStyle;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.immutables.value.Value;

/**
 * One value, or a list of values, as the policy language lets most elements be written. Keeps which of the two it was:
 * {@code "Action": "s3:*"} and {@code "Action": ["s3:*"]} mean the same and are different texts. Never empty: IAM's own
 * pages contradict each other on what an empty list means, so it is refused.
 */
@ValueStyle
@Value.Immutable
public abstract class OneOrMore<T> implements Iterable<T> {
    OneOrMore() {}

    /** How the values stand in the document. */
    public enum Shape {
        /** A single value without brackets. */
        SCALAR,
        /** A list in brackets, of one value or more. */
        LIST
    }

    /** Returns the values in their order; at least one. */
    @Value.Parameter
    public abstract List<T> values();

    /** Returns how the values are written. */
    @Value.Parameter
    public abstract Shape shape();

    /** Returns one value, written without brackets. */
    public static <T> OneOrMore<T> one(T value) {
        return ImmutableOneOrMore.of(List.of(value), Shape.SCALAR);
    }

    /**
     * Returns a list, written in brackets even if it has one value.
     *
     * @throws InvalidPolicyException if {@code values} is empty
     */
    public static <T> OneOrMore<T> list(List<? extends T> values) {
        return ImmutableOneOrMore.of(List.<T>copyOf(values), Shape.LIST);
    }

    /** Returns the same shape with each value replaced by what {@code function} makes of it. */
    public <R> OneOrMore<R> map(Function<? super T, ? extends R> function) {
        List<R> mapped = values().stream().<R>map(function).collect(Collectors.toList());
        return ImmutableOneOrMore.of(mapped, shape());
    }

    /** Returns the values as a stream. */
    public Stream<T> stream() {
        return values().stream();
    }

    @Override
    public Iterator<T> iterator() {
        return values().iterator();
    }

    @Value.Check
    void check() {
        if (values().isEmpty()) {
            throw new InvalidPolicyException("A list in a policy needs at least one value: leave the element out, or "
                    + "name what it covers ('*' for everything)");
        }
    }
}
