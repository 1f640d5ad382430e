// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy;

/** An id is none of a check of policies. The message lists ids that are written nearly so. */
public final class UnknownCheckException extends PolicyException {
    private static final long serialVersionUID = 1L;

    /** Creates the exception. */
    public UnknownCheckException(String message) {
        super(message);
    }
}
