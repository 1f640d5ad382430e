// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap;

import io.github.dkpbootstrap.policy.internal.ValueStyle;
import java.time.Instant;
import java.util.List;
import org.immutables.value.Value;

/** What there is to do about the access keys of a user, and about the account's root user. Immutable and thread-safe. */
@ValueStyle
@Value.Immutable
public interface AccessKeyReport {
    /** Returns the user. */
    String user();

    /** Returns when it was looked at, by the clients' clock. */
    Instant checkedAt();

    /** Returns what there is to do, the most pressing first; what could not be checked is among it. */
    List<KeyAdvice> advice();

    /** Returns whether all was checked and there is nothing to do. */
    default boolean isClean() {
        return advice().isEmpty();
    }

    /** Returns the report for people, some lines for each advice. Of a key's id the last four characters are in it. */
    default String text() {
        return AccessKeyText.of(this);
    }

    /** Returns a builder; all but the advice is required. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds an {@link AccessKeyReport}. Not thread-safe. */
    final class Builder extends ImmutableAccessKeyReport.Builder {
        Builder() {}
    }
}
