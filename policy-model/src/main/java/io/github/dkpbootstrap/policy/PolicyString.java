// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy;

import io.github.dkpbootstrap.policy.internal.ValueStyle;
import java.util.Optional;
import java.util.function.Function;
import org.immutables.value.Value;

/**
 * A string of a policy: {@link Text}, or in a template an {@link Intrinsic} that CloudFormation turns into text. Where
 * this library takes a {@code PolicyString}, a plain {@link String} is taken too.
 */
public sealed interface PolicyString permits PolicyString.Text, Intrinsic {
    /** Plain text. */
    @ValueStyle
    @Value.Immutable
    non-sealed interface Text extends PolicyString {
        /** Returns the text as written. */
        @Value.Parameter
        String value();
    }

    /** Returns plain text. */
    static PolicyString of(String text) {
        return ImmutableText.of(text);
    }

    /** Returns the text, or nothing where it is an intrinsic. */
    default Optional<String> text() {
        return this instanceof Text text ? Optional.of(text.value()) : Optional.empty();
    }

    /**
     * Returns the text.
     *
     * @throws UnresolvedIntrinsicException where it is an intrinsic
     */
    default String requireText() {
        return text().orElseThrow(() -> new UnresolvedIntrinsicException((Intrinsic) this));
    }

    /** Returns itself if it is text or {@code resolver} does not know the intrinsic, else the text it resolves to. */
    default PolicyString resolve(Function<Intrinsic, Optional<String>> resolver) {
        return this instanceof Intrinsic intrinsic
                ? resolver.apply(intrinsic).map(PolicyString::of).orElse(this)
                : this;
    }
}
