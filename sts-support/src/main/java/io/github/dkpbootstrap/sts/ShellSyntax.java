// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sts;

/** How a shell sets and clears an environment variable. Values hold no NUL, CR or LF; names are plain words. */
sealed interface ShellSyntax permits FishSyntax, PosixSyntax, PowerShellSyntax {
    /** Returns the line that sets the variable for the shell and its children, to exactly this value. */
    String set(String name, String value);

    /** Returns the line that clears the variable and succeeds where there is none. */
    String unset(String name);
}
