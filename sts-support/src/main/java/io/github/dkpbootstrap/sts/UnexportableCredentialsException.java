// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sts;

/**
 * Credentials cannot be handed over in the form that was asked for: a part holds what that form has no sure way to carry.
 * The message names the part, never its value, and says which form would do.
 */
public final class UnexportableCredentialsException extends SessionException {
    private static final long serialVersionUID = 1L;

    /** Creates the exception; {@code message} names the part, what the form takes, and another form. */
    public UnexportableCredentialsException(String message) {
        super(message, null);
    }

    @Override
    UnexportableCredentialsException again() {
        return new UnexportableCredentialsException(text());
    }
}
