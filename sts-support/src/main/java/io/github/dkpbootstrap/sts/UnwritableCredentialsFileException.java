// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sts;

import org.jspecify.annotations.Nullable;

/**
 * The shared credentials file could not be read or replaced. It is as it was: what is new takes its place in one step, or
 * not at all. The cause is the operating system's answer, where there is one.
 */
public final class UnwritableCredentialsFileException extends SessionException {
    private static final long serialVersionUID = 1L;

    /** Creates the exception; {@code message} names the file and what went wrong. */
    public UnwritableCredentialsFileException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    @Override
    UnwritableCredentialsFileException again() {
        return new UnwritableCredentialsFileException(text(), getCause());
    }
}
