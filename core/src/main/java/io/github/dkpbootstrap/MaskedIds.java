// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Values of properties without the external ids in them. A trust policy holds them, and two parties alone are to know
 * them; who may read a plan or a report need not be one of the two.
 */
final class MaskedIds {
    private static final String KEY = "sts:externalid";
    private static final String MASK = "****";
    private static final String TEXT = "\"(?:[^\"\\\\]++|\\\\.)*+\"";
    private static final Pattern CONDITION = Pattern.compile(
            "(\"" + KEY + "\"\\s*+:\\s*+)(?:" + TEXT + "|\\[(?:\\s*+" + TEXT + "\\s*+,?+)*+\\s*+])",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private MaskedIds() {}

    /** Returns the value, at this path, to be shown. */
    static Optional<String> in(String path, Optional<String> value) {
        return path.toLowerCase(Locale.ROOT).contains(KEY)
                ? value.map(secret -> MASK)
                : value.map(text -> CONDITION.matcher(text).replaceAll("$1\"" + MASK + "\""));
    }
}
