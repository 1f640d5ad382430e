// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sts;

/** How a shell sets and clears an environment variable. Values hold no NUL, CR or LF; names are plain words. */
sealed interface ShellSyntax permits CmdSyntax, FishSyntax, PosixSyntax, PowerShellSyntax {
    /**
     * Returns the line that sets the variable for the shell and its children, to exactly this value.
     *
     * @throws UnexportableCredentialsException if the shell has no sure way to take the value
     */
    String set(String name, String value);

    /** Returns the line that clears the variable and succeeds where there is none. */
    String unset(String name);
}
