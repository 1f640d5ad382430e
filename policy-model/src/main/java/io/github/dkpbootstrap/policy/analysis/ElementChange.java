// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.analysis;

import io.github.dkpbootstrap.policy.internal.ValueStyle;
import java.util.List;
import org.immutables.value.Value;

/** What one element of a statement gained and lost, as written; entries of {@code Condition} are whole conditions. */
@ValueStyle
@Value.Immutable
public interface ElementChange {
    /** Returns the name of the element, such as {@code NotAction}. */
    @Value.Parameter
    String element();

    /** Returns the entries that only the newer statement has; values of secret condition keys are masked. */
    @Value.Parameter
    List<String> gained();

    /** Returns the entries that only the older statement has. */
    @Value.Parameter
    List<String> lost();

    /** Returns a change. */
    static ElementChange of(String element, List<String> gained, List<String> lost) {
        return ImmutableElementChange.of(element, gained, lost);
    }
}
