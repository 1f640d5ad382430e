// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap;

/** A {@link BootstrapSpec} is wrong; nothing was sent to AWS. Names the field, its value and the limit. */
public final class InvalidBootstrapSpecException extends BootstrapException {
    private static final long serialVersionUID = 1L;

    private final String field;
    private final String value;
    private final String limit;

    /** Creates the exception for {@code field}, whose {@code value} breaks {@code limit}. */
    public InvalidBootstrapSpecException(String field, String value, String limit) {
        super("%s is '%s': %s".formatted(field, value, limit), null);
        this.field = field;
        this.value = value;
        this.limit = limit;
    }

    /** Returns the field of the spec, such as {@code stackName}. */
    public String field() {
        return field;
    }

    /** Returns the value that the field has. */
    public String value() {
        return value;
    }

    /** Returns what is allowed, and what to do. */
    public String limit() {
        return limit;
    }
}
