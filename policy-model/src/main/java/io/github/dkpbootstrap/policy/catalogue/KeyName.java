// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.catalogue;

import java.util.Locale;

/** The name of a condition key in lower case, cut at its placeholder if it has one. */
record KeyName(String prefix, String suffix, boolean isTemplate) {
    static KeyName of(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        int start = lower.indexOf("${");
        int end = lower.lastIndexOf('}');
        return start < 0 || end < start
                ? new KeyName(lower, "", false)
                : new KeyName(lower.substring(0, start), lower.substring(end + 1), true);
    }

    boolean matches(String key) {
        String lower = key.toLowerCase(Locale.ROOT);
        return isTemplate
                ? lower.length() > prefix.length() + suffix.length()
                        && lower.startsWith(prefix)
                        && lower.endsWith(suffix)
                : lower.equals(prefix);
    }
}
