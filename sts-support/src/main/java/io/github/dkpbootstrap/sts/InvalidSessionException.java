// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sts;

/** A session cannot be opened as it is described. Thrown before any call; the message says what would be right. */
public final class InvalidSessionException extends SessionException {
    private static final long serialVersionUID = 1L;

    /** Creates the exception; {@code message} names the setting, what is wrong with it and what would be right. */
    public InvalidSessionException(String message) {
        super(message, null);
    }

    @Override
    InvalidSessionException again() {
        return new InvalidSessionException(text());
    }
}
