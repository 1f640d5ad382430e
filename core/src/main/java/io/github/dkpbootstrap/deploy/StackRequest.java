// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.deploy;

import io.github.dkpbootstrap.FailedStack;
import io.github.dkpbootstrap.StuckRollback;
import io.github.dkpbootstrap.UnfinishedUpdate;
import io.github.dkpbootstrap.policy.internal.ValueStyle;
import java.time.Duration;
import java.util.Map;
import org.immutables.value.Value;

/** What is to be deployed, and how far a deployment may go. Immutable and thread-safe. */
@ValueStyle
@Value.Immutable
public interface StackRequest {
    /** Returns the name of the stack. */
    String stackName();

    /** Returns the text of the template. */
    String templateBody();

    /** Returns the tags of the stack; empty leaves those of an existing stack as they are. */
    Map<String, String> tags();

    /** Returns how long a verb may take at most, waiting for others included. */
    Duration timeout();

    /** Returns who is told of each event. */
    StackListener listener();

    /** Returns what is done about a stack that failed and may hold something; kept unless set. */
    @Value.Default
    default FailedStack failedStack() {
        return FailedStack.KEEP;
    }

    /** Returns what is done about a rollback that cannot be finished; kept unless set. */
    @Value.Default
    default StuckRollback stuckRollback() {
        return StuckRollback.KEEP;
    }

    /** Returns what becomes of an update in flight when it is followed no longer; left alone unless set. */
    @Value.Default
    default UnfinishedUpdate unfinishedUpdate() {
        return UnfinishedUpdate.LEAVE;
    }

    /** Returns a builder; name, template, timeout and listener are required. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link StackRequest}. Not thread-safe. */
    final class Builder extends ImmutableStackRequest.Builder {
        Builder() {}
    }
}
