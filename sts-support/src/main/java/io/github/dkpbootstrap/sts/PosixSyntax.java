// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sts;

/**
 * Single quotes, in which nothing but the single quote is special.
 *
 * @see <a href="https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html">Shell Command Language</a>
 */
final class PosixSyntax implements ShellSyntax {
    @Override
    public String set(String name, String value) {
        return "export " + name + "='" + value.replace("'", "'\\''") + "'";
    }

    @Override
    public String unset(String name) {
        return "unset " + name;
    }
}
