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

    /**
     * Clears the variable of this fish. Its scope is given, or fish would erase a universal one of that name, which it keeps
     * for all sessions of the user. Without a variable, {@code set -e} fails with 4, a status that the lines that set
     * variables leave as it is and that would so become that of the whole script.
     */
    @Override
    public String unset(String name) {
        return "set -eg " + name + "; or true";
    }
}
