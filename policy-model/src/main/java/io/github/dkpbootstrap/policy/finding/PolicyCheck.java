// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding;

import io.github.dkpbootstrap.policy.internal.ValueStyle;
import java.net.URI;
import org.immutables.value.Value;

/** What a check looks for, for lists and settings: the same for every finding of it. Immutable and thread-safe. */
@ValueStyle
@Value.Immutable
public interface PolicyCheck {
    /** Returns the id: the issue code of IAM Access Analyzer, such as {@code REDUNDANT_ACTION}, or one of our own. */
    String id();

    /** Returns how much its findings matter. */
    Severity severity();

    /** Returns what it finds, in one sentence. */
    String summary();

    /** Returns what to do about it, in one sentence. */
    String remedy();

    /** Returns AWS's page: the section on this check in the reference of Access Analyzer, or that of the rule. */
    URI page();

    /** Returns a builder; all of it is required. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link PolicyCheck}. Not thread-safe. */
    final class Builder extends ImmutablePolicyCheck.Builder {
        Builder() {}
    }
}
