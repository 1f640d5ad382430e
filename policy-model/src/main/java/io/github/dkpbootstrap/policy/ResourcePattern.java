// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy;

import io.github.dkpbootstrap.policy.internal.ValueStyle;
import org.immutables.value.Value;

/**
 * An entry of {@code Resource} or {@code NotResource}: an ARN in which {@code *} and {@code ?} are wildcards and
 * <code>${…}</code> a policy variable, or {@code *} alone for every resource. Upper and lower case matter.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html">Resource</a>
 */
@ValueStyle
@Value.Immutable
public interface ResourcePattern {
    /** Returns the pattern as written. */
    @Value.Parameter
    PolicyString value();

    /** Returns the pattern {@code text}. Any text is accepted here; what IAM makes of it is for the checks to say. */
    static ResourcePattern of(String text) {
        return of(PolicyString.of(text));
    }

    /** Returns the pattern {@code value}. */
    static ResourcePattern of(PolicyString value) {
        return ImmutableResourcePattern.of(value);
    }
}
