// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sts;

import java.util.regex.Pattern;

/**
 * {@code set "N=v"}. Between the quotes all of cmd's operators are plain text, but nothing escapes the quote itself, the
 * {@code %} of a variable (outside batch files) or, with delayed expansion, the {@code !}; and what is not ASCII depends on the
 * code page. So values are of characters that mean nothing to cmd anywhere, or refused.
 *
 * @see <a href="https://learn.microsoft.com/windows-server/administration/windows-commands/set_1">set</a>
 */
final class CmdSyntax implements ShellSyntax {
    private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9+/=_.:@,*-]*");
    private static final int LONGEST_LINE = 8191;

    @Override
    public String set(String name, String value) {
        if (!SAFE.matcher(value).matches()) {
            throw new UnexportableCredentialsException("The value of " + name
                    + " holds a character that cmd has no sure way to take: only letters, digits and"
                    + " + / = _ . : @ , * - are. Hand the credentials over by PowerShell, in the environment of a"
                    + " process, or in the shared credentials file");
        }
        String line = "set \"" + name + "=" + value + "\"";
        if (line.length() > LONGEST_LINE) {
            throw new UnexportableCredentialsException("The line that sets " + name + " has " + line.length()
                    + " characters, and cmd takes no more than " + LONGEST_LINE + ". Hand the credentials over by"
                    + " PowerShell, in the environment of a process, or in the shared credentials file");
        }
        return line;
    }

    @Override
    public String unset(String name) {
        return "set \"" + name + "=\"";
    }
}
