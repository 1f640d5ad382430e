// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.deploy;

import io.github.dkpbootstrap.policy.internal.ValueStyle;
import java.time.Duration;
import java.util.Map;
import org.immutables.value.Value;

/** What is to be deployed: a template under a name. */
@ValueStyle
@Value.Immutable
public interface StackRequest {
    /** Returns the name of the stack. */
    String stackName();

    /** Returns the text of the template. */
    String templateBody();

    /** Returns the tags of the stack; empty leaves those of an existing stack as they are. */
    Map<String, String> tags();

    /** Returns how long each operation is followed at most. */
    Duration timeout();

    /** Returns who is told of each event. */
    StackListener listener();

    /** Returns a builder; everything but the tags is required. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link StackRequest}. Not thread-safe. */
    final class Builder extends ImmutableStackRequest.Builder {
        Builder() {}
    }
}
