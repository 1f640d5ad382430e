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
    POWERSHELL,
    /**
     * The command prompt of Windows. It takes letters, digits and {@code + / = _ . : @ , * -} in lines of 8191 characters at
     * most, which is what AWS issues; other values are refused, because cmd has no escape for them that holds everywhere.
     */
    CMD;

    ShellSyntax syntax() {
        return switch (this) {
            case POSIX -> new PosixSyntax();
            case FISH -> new FishSyntax();
            case POWERSHELL -> new PowerShellSyntax();
            case CMD -> new CmdSyntax();
        };
    }
}
