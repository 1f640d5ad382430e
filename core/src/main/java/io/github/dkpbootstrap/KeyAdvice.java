// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap;

import io.github.dkpbootstrap.policy.internal.ValueStyle;
import java.net.URI;
import java.util.Optional;
import org.immutables.value.Value;

/** One thing to do about access keys, with AWS's page on it. Immutable and thread-safe. */
@ValueStyle
@Value.Immutable
public interface KeyAdvice {
    /** How much it matters, the most pressing first. */
    enum Severity {
        /** The whole account is at stake. */
        CRITICAL,
        /** Somebody else may come to use the user. */
        HIGH,
        /** AWS's own checks report it. */
        MEDIUM,
        /** It could not be looked at, and may be anything. */
        UNKNOWN,
        /** There is a better way. */
        LOW
    }

    /** What was checked. */
    enum Check {
        /** The caller of this library is the root user. */
        ROOT_IS_CALLER,
        /** The root user has access keys. */
        ROOT_HAS_KEYS,
        /** The root user can sign in without a second factor. */
        ROOT_WITHOUT_MFA,
        /** The user has a password for the console and no second factor. */
        USER_WITHOUT_MFA,
        /** An active key is older than {@link AccessKeyRules#maxAge()}. */
        KEY_TOO_OLD,
        /** An active key has not been used for {@link AccessKeyRules#maxUnused()} or longer, or never since it was made. */
        KEY_UNUSED,
        /** The user has more than one active key. */
        SEVERAL_ACTIVE_KEYS,
        /** A key is switched off and still there. */
        KEY_INACTIVE,
        /** The user has an active key at all, where a session would do. */
        LONG_LIVED_KEY,
        /** Something could not be looked at; the message names the permission. */
        NOT_CHECKED
    }

    /** Returns what was checked. */
    Check check();

    /** Returns how much it matters. */
    Severity severity();

    /**
     * Returns the id of the key that is meant, in full, as the remedy needs it; nothing where no single key is. An id is no
     * secret, but names the key and its account: messages and texts have its last four characters only.
     */
    Optional<String> accessKeyId();

    /** Returns what was found, in one sentence without its full stop. */
    String message();

    /** Returns what to do, in one sentence without its full stop. */
    String remedy();

    /** Returns AWS's page on it. */
    URI page();

    /** Returns a builder; all but the key is required. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link KeyAdvice}. Not thread-safe. */
    final class Builder extends ImmutableKeyAdvice.Builder {
        Builder() {}
    }
}
