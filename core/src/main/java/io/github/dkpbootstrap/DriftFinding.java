// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap;

import io.github.dkpbootstrap.policy.internal.ValueStyle;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;

/** One difference between what a stack's template says and what there is. Immutable and thread-safe. */
@ValueStyle
@Value.Immutable
public interface DriftFinding {
    /** Who saw a difference. */
    enum Source {
        /** CloudFormation's drift detection. */
        CLOUDFORMATION,
        /** This library, which asked IAM. */
        IAM
    }

    /** What kind of difference there is. */
    enum Kind {
        /** The resource is gone. */
        MISSING,
        /** A property has another value, or none. */
        MODIFIED,
        /** Something is no longer attached that the template attaches. */
        MISSING_ATTACHMENT,
        /** Something is attached that the template does not attach. */
        EXTRA_ATTACHMENT,
        /** The role has an inline policy that the template does not have. */
        EXTRA_INLINE_POLICY,
        /** The role has a permissions boundary that the template does not have. */
        EXTRA_BOUNDARY,
        /** The role is in an instance profile that is not of the stack. */
        EXTRA_INSTANCE_PROFILE
    }

    /** What brings back what the template says. */
    enum Remedy {
        /** {@code revertDrift} does. */
        REVERT,
        /** {@code revertDrift} does, if the spec says {@code foreignAccess(ForeignAccess.REMOVE)}. */
        REMOVE_FOREIGN_ACCESS,
        /** Only a person can. */
        BY_HAND
    }

    /** Returns who saw it. */
    Set<Source> sources();

    /** Returns what kind of difference it is. */
    Kind kind();

    /** Returns the resource's name in the template. */
    String logicalId();

    /** Returns the resource's name or ARN in AWS; nothing where it was never made. */
    Optional<String> physicalId();

    /**
     * Returns the property as a JSON pointer into the resource's properties, such as {@code /PolicyDocument} or
     * {@code /Policies/NAME}; empty where the resource as a whole is meant.
     */
    String property();

    /** Returns what the template says; nothing where it says nothing. A policy is JSON text, external ids in it {@code ****}. */
    Optional<String> expected();

    /**
     * Returns what there is; nothing where there is nothing. A policy is JSON text, external ids in it {@code ****}; an
     * attachment the name or ARN of what is attached.
     */
    Optional<String> actual();

    /** Returns what brings back what the template says. */
    Remedy remedy();

    /** Returns the difference in one line; long values are cut. */
    default String describe() {
        return DriftText.line(this);
    }

    /** Returns a builder; physical id, expected and actual may be left out. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link DriftFinding}. Not thread-safe. */
    final class Builder extends ImmutableDriftFinding.Builder {
        Builder() {}

        /** Returns the finding, without the external ids of its values. */
        @Override
        public DriftFinding build() {
            DriftFinding shown = super.build();
            expected(MaskedIds.in(shown.property(), shown.expected()));
            actual(MaskedIds.in(shown.property(), shown.actual()));
            return super.build();
        }
    }
}
