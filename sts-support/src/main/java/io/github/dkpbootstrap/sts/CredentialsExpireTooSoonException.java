// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sts;

import java.time.Duration;

/** Credentials end before the work that they are handed over for could be done. The message says how long they last. */
public final class CredentialsExpireTooSoonException extends SessionException {
    private static final long serialVersionUID = 1L;

    private final Duration remaining;
    private final Duration required;

    /** Creates the exception; {@code remaining} is zero or less of credentials that have ended. */
    public CredentialsExpireTooSoonException(String message, Duration remaining, Duration required) {
        super(message, null);
        this.remaining = remaining;
        this.required = required;
    }

    /** Returns how long the credentials last; zero or less where they have ended. */
    public Duration remaining() {
        return remaining;
    }

    /** Returns how long they were to last at least. */
    public Duration required() {
        return required;
    }

    @Override
    CredentialsExpireTooSoonException again() {
        return new CredentialsExpireTooSoonException(text(), remaining, required);
    }
}
