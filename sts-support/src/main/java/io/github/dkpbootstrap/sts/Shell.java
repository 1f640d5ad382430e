// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sts;

/** A shell that credentials can be exported to, with its syntax and its rule of quoting. */
public enum Shell {
    /** Each shell of the Bourne family: sh, dash, bash, zsh, ksh. */
    POSIX,
    /** The fish shell. */
    FISH,
    /** PowerShell, on each of its platforms. */
    POWERSHELL;

    ShellSyntax syntax() {
        return switch (this) {
            case POSIX -> new PosixSyntax();
            case FISH -> new FishSyntax();
            case POWERSHELL -> new PowerShellSyntax();
        };
    }
}
