// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.catalogue;

import java.util.Locale;

/**
 * The name of a condition key in lower case, cut at its placeholder if it has one. AWS writes placeholders in four ways:
 * {@code ${TagKey}}, {@code <key>}, {@code tag-key} behind a slash, and nothing behind a slash.
 */
record KeyName(String prefix, String suffix, boolean isTemplate) {
    private static final String TAG_KEY = "tag-key";

    static KeyName of(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.indexOf("${") >= 0) {
            return template(lower, lower.indexOf("${"), lower.lastIndexOf('}') + 1);
        }
        if (lower.indexOf('<') >= 0) {
            return template(lower, lower.indexOf('<'), lower.lastIndexOf('>') + 1);
        }
        if (lower.endsWith('/' + TAG_KEY)) {
            return template(lower, lower.length() - TAG_KEY.length(), lower.length());
        }
        return lower.endsWith("/") ? template(lower, lower.length(), lower.length()) : new KeyName(lower, "", false);
    }

    boolean matches(String key) {
        String lower = key.toLowerCase(Locale.ROOT);
        return isTemplate
                ? lower.length() > prefix.length() + suffix.length()
                        && lower.startsWith(prefix)
                        && lower.endsWith(suffix)
                : lower.equals(prefix);
    }

    private static KeyName template(String lower, int start, int end) {
        return end < start
                ? new KeyName(lower, "", false)
                : new KeyName(lower.substring(0, start), lower.substring(end), true);
    }
}
