// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.ec2;

import io.github.dkpbootstrap.policy.internal.ValueStyle;
import java.util.Optional;
import org.immutables.value.Value;

/** What attaching the instance profile to an instance did. Immutable and thread-safe. */
@ValueStyle
@Value.Immutable
public interface InstanceAttachment {
    /** What was done. */
    enum Outcome {
        /** The instance had no profile and has it now. */
        ATTACHED,
        /** The instance has had it before; nothing was changed. */
        ALREADY_ATTACHED,
        /** The instance had another profile, which was replaced. */
        REPLACED
    }

    /** Returns what was done. */
    Outcome outcome();

    /** Returns the instance, such as {@code i-0123456789abcdef0}. */
    String instanceId();

    /** Returns EC2's id of the association, which is {@code associated}. */
    String associationId();

    /** Returns the ARN of the profile that was replaced. */
    Optional<String> replaced();

    /** Returns how the instance gives out the credentials. Looked at, never changed. */
    MetadataAccess metadataAccess();

    /** Returns a builder; all but the replaced profile is required. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds an {@link InstanceAttachment}. Not thread-safe. */
    final class Builder extends ImmutableInstanceAttachment.Builder {
        Builder() {}
    }
}
