// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap;

import io.github.dkpbootstrap.policy.internal.ValueStyle;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A property of a resource that would change. Immutable and thread-safe.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_ResourceTargetDefinition.html">
 *     ResourceTargetDefinition</a>
 */
@ValueStyle
@Value.Immutable
public interface PropertyChange {
    /** Returns where the property is, such as {@code /Properties/PolicyDocument}, or {@code Tags}. */
    String path();

    /** Returns the value now, as JSON or text; nothing where there is none or CloudFormation does not show it. External ids are {@code ****}. */
    Optional<String> before();

    /** Returns the value to come, as JSON or text; nothing where there is none or CloudFormation does not show it. External ids are {@code ****}. */
    Optional<String> after();

    /** Returns whether the change of this property replaces the resource. */
    Replacement replacement();

    /** Returns a builder; path and replacement are required. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link PropertyChange}. Not thread-safe. */
    final class Builder extends ImmutablePropertyChange.Builder {
        Builder() {}

        /** Returns the change, without the external ids of its values. */
        @Override
        public PropertyChange build() {
            PropertyChange shown = super.build();
            before(MaskedIds.in(shown.path(), shown.before()));
            after(MaskedIds.in(shown.path(), shown.after()));
            return super.build();
        }
    }
}
