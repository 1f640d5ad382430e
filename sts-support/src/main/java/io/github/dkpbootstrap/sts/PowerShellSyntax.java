// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sts;

import java.util.regex.Pattern;

/**
 * Single quotes, in which a quote is doubled. PowerShell takes four typographic quotes for single quotes too.
 *
 * @see <a href="https://learn.microsoft.com/powershell/module/microsoft.powershell.core/about/about_quoting_rules">Quoting
 *     rules</a>
 */
final class PowerShellSyntax implements ShellSyntax {
    private static final Pattern QUOTE = Pattern.compile("['\u2018\u2019\u201A\u201B]");

    @Override
    public String set(String name, String value) {
        return "$Env:" + name + " = '" + QUOTE.matcher(value).replaceAll("$0$0") + "'";
    }

    @Override
    public String unset(String name) {
        return "Remove-Item Env:" + name + " -ErrorAction SilentlyContinue";
    }
}
