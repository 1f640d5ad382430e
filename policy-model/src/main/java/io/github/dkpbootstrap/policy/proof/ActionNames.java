// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.proof;

import io.github.dkpbootstrap.policy.proof.WrittenPattern.Wildcards;
import java.util.Locale;
import java.util.Optional;

/** What a written pattern of actions matches among the names of one service (rule 10); names are in lower case here. */
final class ActionNames {
    private ActionNames() {}

    static boolean coversAllServices(String pattern) {
        return pattern.equals("*") || pattern.equals("*:*");
    }

    /** Returns the service that a pattern speaks of; nothing for all of them, or none. */
    static Optional<String> service(String pattern) {
        int colon = pattern.indexOf(':');
        boolean canMatch = colon > 0
                && colon < pattern.length() - 1
                && pattern.chars().noneMatch(Character::isWhitespace)
                && pattern.substring(0, colon).indexOf('*') < 0
                && pattern.substring(0, colon).indexOf('?') < 0;
        return canMatch ? Optional.of(pattern.substring(0, colon)) : Optional.empty();
    }

    /** Returns the service in the one form that all its spellings share. */
    static String folded(String service) {
        StringBuilder folded = new StringBuilder();
        service.codePoints().map(CaseFolding::fold).forEach(folded::appendCodePoint);
        return folded.toString();
    }

    static Meaning in(String foldedService, String pattern) {
        if (coversAllServices(pattern)) {
            return new Meaning.Matching(Glob.everything());
        }
        Optional<String> service = service(pattern);
        if (service.isEmpty() || !folded(service.get()).equals(foldedService)) {
            return Meaning.nothing();
        }
        String name = pattern.substring(service.get().length() + 1).toLowerCase(Locale.ROOT);
        return new Meaning.Matching(
                WrittenPattern.plain(name, Wildcards.STAR_AND_QUESTION_MARK).toGlob());
    }
}
