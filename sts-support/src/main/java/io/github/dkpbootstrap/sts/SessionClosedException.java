// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sts;

/** A session, or the credentials provider it gave, was used after {@link DkpSession#close()}. */
public final class SessionClosedException extends SessionException {
    private static final long serialVersionUID = 1L;

    /** Creates the exception; {@code message} names the session. */
    public SessionClosedException(String message) {
        super(message, null);
    }

    @Override
    SessionClosedException again() {
        return new SessionClosedException(text());
    }
}
