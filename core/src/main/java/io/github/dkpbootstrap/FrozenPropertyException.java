// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap;

/**
 * The spec gives a resource another name, path or description than it has in the deployed stack; nothing was changed. These
 * properties are create-only: CloudFormation refuses to change them where the name stays, and where it changes makes a new
 * resource and deletes the old one from under those who use it.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-updating-stacks-update-behaviors.html">
 *     Update behaviors of stack resources</a>
 */
public final class FrozenPropertyException extends BootstrapException {
    private static final long serialVersionUID = 1L;

    private final String field;
    private final String deployed;
    private final String wanted;

    /** Creates the exception for {@code field} of the spec, which is {@code deployed} in the stack. */
    public FrozenPropertyException(String stackName, String field, String deployed, String wanted) {
        super(
                "%s is '%s' in the spec, but '%s' in the deployed stack %s, and it cannot change: set %s(\"%s\"), deploy under another stackName with other names, or destroy the stack first"
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

    /** Returns the value in the stack. */
    public String deployed() {
        return deployed;
    }

    /** Returns the value in the spec. */
    public String wanted() {
        return wanted;
    }
}
