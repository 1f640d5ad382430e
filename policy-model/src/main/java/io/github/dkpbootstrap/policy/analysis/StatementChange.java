// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.analysis;

import io.github.dkpbootstrap.policy.Statement;
import io.github.dkpbootstrap.policy.internal.ValueStyle;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A statement that is in one of two documents only, or in both with differences. Two statements are taken for the same if
 * they have the same {@code Sid}, or else share their effect and the most entries.
 */
@ValueStyle
@Value.Immutable
public interface StatementChange {
    /** Returns the statement of the older document; nothing where it was added. */
    Optional<Statement> before();

    /** Returns the statement of the newer document; nothing where it was removed. */
    Optional<Statement> after();

    /** Returns the elements that differ; all of them for a statement that was added or removed. */
    List<ElementChange> elements();

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link StatementChange}. Not thread-safe. */
    final class Builder extends ImmutableStatementChange.Builder {
        Builder() {}
    }
}
