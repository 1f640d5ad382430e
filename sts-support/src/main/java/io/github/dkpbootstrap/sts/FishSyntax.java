// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sts;

/**
 * Single quotes, in which the backslash and the single quote are escaped with a backslash.
 *
 * @see <a href="https://fishshell.com/docs/current/language.html#quotes">The fish language</a>
 */
final class FishSyntax implements ShellSyntax {
    @Override
    public String set(String name, String value) {
        return "set -gx " + name + " '" + value.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }

    /** Clears the variable of this fish; a universal one of that name, which fish keeps for all its sessions, stays. */
    @Override
    public String unset(String name) {
        return "set -e " + name;
    }
}
