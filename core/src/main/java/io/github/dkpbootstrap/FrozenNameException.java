// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap;

/**
 * The spec gives a resource another name than it has in the deployed stack; nothing was changed. CloudFormation would make
 * a new resource and delete the old one from under those who use it.
 */
public final class FrozenNameException extends BootstrapException {
    private static final long serialVersionUID = 1L;

    private final String field;
    private final String deployed;
    private final String wanted;

    /** Creates the exception for {@code field} of the spec, which is {@code deployed} in the stack. */
    public FrozenNameException(String stackName, String field, String deployed, String wanted) {
        super(
                "%s is '%s' in the spec, but '%s' in the deployed stack %s, and names cannot change: set %s(\"%s\"), deploy under another stackName, or destroy the stack first"
                        .formatted(field, wanted, deployed, stackName, field, deployed),
                null);
        this.field = field;
        this.deployed = deployed;
        this.wanted = wanted;
    }

    /** Returns the field of the spec, such as {@code roleName}. */
    public String field() {
        return field;
    }

    /** Returns the name in the stack. */
    public String deployed() {
        return deployed;
    }

    /** Returns the name in the spec. */
    public String wanted() {
        return wanted;
    }
}
