// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap;

import io.github.dkpbootstrap.policy.Arn;
import io.github.dkpbootstrap.policy.internal.ValueStyle;
import java.util.List;
import org.immutables.value.Value;

/** What attaching or detaching the managed policy did. Immutable and thread-safe. */
@ValueStyle
@Value.Immutable
public interface PolicyAttachment {
    /** What was done. */
    enum Outcome {
        /** The policy was attached. */
        ATTACHED,
        /** The policy was attached already; nothing was changed. */
        ALREADY_ATTACHED,
        /** A group of the user has the policy, so that the user has what it permits; nothing was changed. */
        GIVEN_BY_GROUP,
        /** The policy was detached. Groups may still give it to the user: see {@link #groups()}. */
        DETACHED,
        /** The policy was not attached; nothing was changed. Groups may give it to the user: see {@link #groups()}. */
        NOT_ATTACHED
    }

    /** Returns what was done. */
    Outcome outcome();

    /** Returns to whom, or from whom. */
    PolicyHolder holder();

    /** Returns the policy. */
    Arn policyArn();

    /**
     * Returns the groups of the user that have the policy; empty for a group, and where they may not be read, which the log
     * tells.
     */
    List<String> groups();

    /** Returns a builder; all but the groups is required. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link PolicyAttachment}. Not thread-safe. */
    final class Builder extends ImmutablePolicyAttachment.Builder {
        Builder() {}
    }
}
