// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap;

/** The caller's credentials are of another account or partition than the spec names; nothing was changed. */
public final class WrongAccountException extends BootstrapException {
    private static final long serialVersionUID = 1L;

    private final String expected;
    private final String actual;

    /** Creates the exception; {@code field} is what differs, such as {@code accountId}. */
    public WrongAccountException(String field, String expected, String actual) {
        super(
                "%s is '%s' in the spec, but the credentials in use are of '%s': use credentials of the account that the spec names, or leave %s out"
                        .formatted(field, expected, actual, field),
                null);
        this.expected = expected;
        this.actual = actual;
    }

    /** Returns what the spec names. */
    public String expected() {
        return expected;
    }

    /** Returns what the credentials are of. */
    public String actual() {
        return actual;
    }
}
