// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.deploy;

import io.github.dkpbootstrap.policy.internal.ValueStyle;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;
import software.amazon.awssdk.services.cloudformation.model.ResourceToImport;

/** A change set that is to be made. Immutable and thread-safe. */
@ValueStyle
@Value.Immutable
public interface ChangeSetRequest {
    /** Returns what the change set would do. */
    ChangeSetKind kind();

    /** Returns the name or ARN of the stack; for a stack that is to be made, its name. */
    String stack();

    /** Returns the text of the template; nothing for the stack's own, whose text may be too long to be sent. */
    Optional<String> templateBody();

    /** Returns the names of the parameters that keep the values that the stack has; those of the template need a value each. */
    List<String> keptParameters();

    /** Returns the tags of the stack; empty leaves those of an existing stack as they are. */
    Map<String, String> tags();

    /** Returns the resources to import; empty unless the change set is of that kind. */
    List<ResourceToImport> imports();

    /** Returns a builder; the kind and the stack are required. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link ChangeSetRequest}. Not thread-safe. */
    final class Builder extends ImmutableChangeSetRequest.Builder {
        Builder() {}
    }
}
