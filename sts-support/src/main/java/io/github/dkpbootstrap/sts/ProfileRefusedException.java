// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sts;

/**
 * A profile cannot be written to the shared credentials file so that AWS's tools would use it: its name is one that they
 * do not read, or what the file already holds stands against it. Nothing was written. The message names the file and the
 * line, and what to change.
 */
public final class ProfileRefusedException extends SessionException {
    private static final long serialVersionUID = 1L;

    /** Creates the exception; {@code message} says where, what stands against the profile and what to change. */
    public ProfileRefusedException(String message) {
        super(message, null);
    }

    @Override
    ProfileRefusedException again() {
        return new ProfileRefusedException(text());
    }
}
