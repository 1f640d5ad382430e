// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.analysis;

import io.github.dkpbootstrap.policy.internal.ValueStyle;
import org.immutables.value.Value;

/** Access that one of two documents permits by an allow and the other does not, or not provably. */
@ValueStyle
@Value.Immutable
public interface AccessChange {
    /** Returns the place of the allow in its document, such as {@code $.Statement[2].Action[0]}. */
    @Value.Parameter
    String path();

    /** Returns the actions as they are written there; for a {@code NotAction} all of them, with {@code not} in front. */
    @Value.Parameter
    String action();

    /** Returns a request that shows it, or why it is not known whether there is one. Never proven. */
    @Value.Parameter
    Containment evidence();

    /** Returns a change. */
    static AccessChange of(String path, String action, Containment evidence) {
        return ImmutableAccessChange.of(path, action, evidence);
    }
}
