// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding;

import io.github.dkpbootstrap.policy.TextSpan;
import io.github.dkpbootstrap.policy.internal.ValueStyle;
import java.net.URI;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * One thing that a check found at one place of a document. Immutable and thread-safe. Messages quote the policy, but never
 * the value of a secret such as {@code sts:ExternalId}.
 *
 * @see <a href="https://docs.aws.amazon.com/access-analyzer/latest/APIReference/API_ValidatePolicyFinding.html">
 *     ValidatePolicyFinding</a>
 */
@ValueStyle
@Value.Immutable
public abstract class Finding {
    Finding() {}

    /** Returns the check that found it. */
    public abstract PolicyCheck check();

    /** Returns where it is, such as {@code $.Statement[2].Action[3]}; {@code $} is the whole document. */
    public abstract String path();

    /** Returns where that stands in the text; nothing where the document was given as a value. */
    public abstract Optional<TextSpan> span();

    /** Returns what is wrong there. */
    public abstract String message();

    /** Returns the id of the check: Access Analyzer's issue code, or one of our own. */
    public String id() {
        return check().id();
    }

    /** Returns how much it matters. */
    public Severity severity() {
        return check().severity();
    }

    /** Returns what to do about it. */
    public String remedy() {
        return check().remedy();
    }

    /** Returns AWS's page on it. */
    public URI page() {
        return check().page();
    }

    /** Returns a builder; check, path and message are required. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns the finding on one line: severity, id, path, place and message. */
    @Override
    public String toString() {
        String place = span().map(span -> " (" + span + ")").orElse("");
        return "%s %s at %s%s: %s".formatted(severity(), id(), path(), place, message());
    }

    /** Builds a {@link Finding}. Not thread-safe. */
    public static final class Builder extends ImmutableFinding.Builder {
        Builder() {}
    }
}
