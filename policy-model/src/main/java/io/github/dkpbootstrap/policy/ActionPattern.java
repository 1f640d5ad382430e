// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy;

import io.github.dkpbootstrap.policy.internal.ValueStyle;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * An entry of {@code Action} or {@code NotAction}: {@code service:name}, in which {@code *} and {@code ?} are wildcards,
 * or {@code *} alone for every action. Upper and lower case do not matter to IAM; they are kept as written.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html">Action</a>
 */
@ValueStyle
@Value.Immutable
public interface ActionPattern {
    /** Returns the pattern as written. */
    @Value.Parameter
    PolicyString value();

    /** Returns the service prefix in front of the colon; nothing for {@code *}, an intrinsic, or text without a colon. */
    default Optional<String> service() {
        return value().text().filter(text -> text.indexOf(':') > 0).map(text -> text.substring(0, text.indexOf(':')));
    }

    /** Returns the name behind the colon; nothing where there is no {@link #service()}. */
    default Optional<String> name() {
        return service().map(service -> value().requireText().substring(service.length() + 1));
    }

    /** Returns the pattern {@code text}. Any text is accepted here; what IAM makes of it is for the checks to say. */
    static ActionPattern of(String text) {
        return of(PolicyString.of(text));
    }

    /** Returns the pattern {@code value}. */
    static ActionPattern of(PolicyString value) {
        return ImmutableActionPattern.of(value);
    }
}
