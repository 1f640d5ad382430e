// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.engine;

import io.github.dkpbootstrap.policy.Intrinsic;
import io.github.dkpbootstrap.policy.PolicyString;
import java.util.List;
import java.util.stream.Collectors;

/** Values in a sentence: quoted, cut to a length that fits a line, and not too many of them. */
final class Quotes {
    private static final int MAX_SHOWN = 3;
    private static final int MAX_CHARACTERS = 120;

    private Quotes() {}

    static String quoted(String text) {
        boolean fits = text.codePointCount(0, text.length()) <= MAX_CHARACTERS;
        return fits ? "\"" + text + "\"" : "\"" + text.substring(0, text.offsetByCodePoints(0, MAX_CHARACTERS)) + "…\"";
    }

    static String texts(List<String> texts, String conjunction) {
        String shown = texts.stream().limit(MAX_SHOWN).map(Quotes::quoted).collect(Collectors.joining(conjunction));
        int more = texts.size() - MAX_SHOWN;
        return more > 0 ? shown + conjunction + more + " more" : shown;
    }

    /** As {@link #texts}; an intrinsic is shown by the name of its function. */
    static String strings(List<PolicyString> strings, String conjunction) {
        return texts(strings.stream().map(Quotes::text).toList(), conjunction);
    }

    private static String text(PolicyString string) {
        return string instanceof Intrinsic intrinsic ? "{" + intrinsic.function() + "}" : string.requireText();
    }
}
