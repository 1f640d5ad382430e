// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sts;

import java.util.OptionalInt;

/**
 * The rules of {@code RoleSessionName} and {@code SourceIdentity}: 2 to 64 characters of {@code [A-Za-z0-9_+=,.@-]}.
 *
 * @see <a href="https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html">AssumeRole</a>
 */
final class SessionNames {
    private static final int MIN = 2;
    private static final int MAX = 64;
    private static final String PREFIX = "dkp-";
    private static final String SIGNS = "_+=,.@-";

    private SessionNames() {}

    /** Returns the name of a session to which nobody gave one. */
    static String defaultName() {
        return defaultName(System.getProperty("user.name", ""));
    }

    static String defaultName(String user) {
        return madeValid(PREFIX + (user.isBlank() ? "bootstrap" : user.strip()));
    }

    /** Returns {@code name} if STS takes it. */
    static void check(String name) {
        OptionalInt bad = name.codePoints().filter(c -> !permitted(c)).findFirst();
        if (bad.isPresent()) {
            throw new InvalidSessionException(
                    "The session name '%s' holds %s, which STS refuses (permitted: A-Z a-z 0-9 _ + = , . @ -): use '%s'"
                            .formatted(shown(name), named(bad.getAsInt()), madeValid(name)));
        }
        if (name.length() < MIN || name.length() > MAX) {
            throw new InvalidSessionException("The session name '%s' has %d characters and STS takes %d to %d: use '%s'"
                    .formatted(name, name.length(), MIN, MAX, madeValid(name)));
        }
    }

    /** Checks a source identity, whose rules are those of session names. */
    static void checkSourceIdentity(String identity) {
        OptionalInt bad = identity.codePoints().filter(c -> !permitted(c)).findFirst();
        if (bad.isPresent()) {
            throw new InvalidSessionException(
                    "The source identity '%s' holds %s, which STS refuses (permitted: A-Z a-z 0-9 _ + = , . @ -)"
                            .formatted(shown(identity), named(bad.getAsInt())));
        }
        if (identity.length() < MIN || identity.length() > MAX) {
            throw new InvalidSessionException("The source identity '%s' has %d characters; STS takes %d to %d"
                    .formatted(identity, identity.length(), MIN, MAX));
        }
    }

    private static String madeValid(String name) {
        StringBuilder valid = new StringBuilder();
        name.codePoints().forEach(c -> valid.appendCodePoint(permitted(c) ? c : '-'));
        if (valid.length() < MIN) {
            valid.insert(0, PREFIX);
        }
        return valid.substring(0, Math.min(valid.length(), MAX));
    }

    private static boolean permitted(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || SIGNS.indexOf(c) >= 0;
    }

    private static String named(int c) {
        if (c == ' ') {
            return "a space";
        }
        return printable(c) ? "'" + Character.toString(c) + "'" : "the character U+%04X".formatted(c);
    }

    private static String shown(String name) {
        StringBuilder shown = new StringBuilder();
        name.codePoints().forEach(c -> shown.appendCodePoint(printable(c) ? c : '?'));
        return shown.toString();
    }

    private static boolean printable(int c) {
        int type = Character.getType(c);
        return !Character.isISOControl(c) && type != Character.FORMAT && type != Character.SURROGATE;
    }
}
