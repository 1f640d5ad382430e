// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sts;

/**
 * The credentials that STS gave for the role are somebody else's: another account, partition or role than was asked for, as
 * with an endpoint, a proxy or an emulator that is not what it was taken for. They are not handed out. The message names
 * what was expected, what AWS says the credentials are, and what to do.
 *
 * @see <a href="https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html">GetCallerIdentity</a>
 */
public final class UnexpectedIdentityException extends SessionException {
    private static final long serialVersionUID = 1L;

    /** Creates the exception; {@code message} names the role and the identity. */
    public UnexpectedIdentityException(String message) {
        super(message, null);
    }

    @Override
    UnexpectedIdentityException again() {
        return new UnexpectedIdentityException(text());
    }
}
