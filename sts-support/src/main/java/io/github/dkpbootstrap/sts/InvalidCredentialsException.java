// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sts;

/**
 * Credentials cannot exist as they are given: a part is empty or holds a character that no shell and no file can carry.
 * The message names the part and never its value.
 */
public final class InvalidCredentialsException extends SessionException {
    private static final long serialVersionUID = 1L;

    /** Creates the exception; {@code message} names the part and what is wrong with it, not what it holds. */
    public InvalidCredentialsException(String message) {
        super(message, null);
    }

    @Override
    InvalidCredentialsException again() {
        return new InvalidCredentialsException(text());
    }
}
