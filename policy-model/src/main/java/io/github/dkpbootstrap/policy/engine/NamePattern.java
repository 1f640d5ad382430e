// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.engine;

import java.util.Locale;

/** A pattern of an action (rule 10), upper and lower case ignored. */
final class NamePattern {
    private final String service;
    private final Glob name;
    private final boolean matchesNothing;

    private NamePattern(String service, Glob name, boolean matchesNothing) {
        this.service = service;
        this.name = name;
        this.matchesNothing = matchesNothing;
    }

    static boolean isEverything(String written) {
        return written.equals("*") || written.equals("*:*");
    }

    /** Reads a pattern that {@linkplain #isEverything is not} everything. */
    static NamePattern of(String written) {
        int colon = written.indexOf(':');
        boolean malformed = colon < 1 || hasSpace(written);
        String name = written.substring(colon + 1).toLowerCase(Locale.ROOT);
        Glob glob = Glob.of(name);
        return new NamePattern(written.substring(0, Math.max(colon, 0)), glob, malformed);
    }

    boolean matches(RequestView request) {
        return !matchesNothing && request.hasService(service) && name.matches(request.lowerCaseName());
    }

    boolean isLiteral() {
        return name.isLiteral();
    }

    boolean matchesNothing() {
        return matchesNothing;
    }

    /** Returns the service prefix, such that it equals that of an action in ASCII if the two differ by case alone. */
    String tableService() {
        StringBuilder folded = new StringBuilder();
        service.codePoints()
                .map(character -> Character.toLowerCase(Character.toUpperCase(character)))
                .forEach(folded::appendCodePoint);
        return folded.toString();
    }

    /** Returns service and name; only if {@link #isLiteral()}. */
    String tableAction() {
        return tableService() + ":" + name.literal();
    }

    private static boolean hasSpace(String written) {
        for (int i = 0; i < written.length(); i++) {
            if (Character.isWhitespace(written.charAt(i))) {
                return true;
            }
        }
        return false;
    }
}
