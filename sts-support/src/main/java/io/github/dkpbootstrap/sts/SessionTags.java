// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sts;

import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What STS takes for session tags. Sizes are counted in Unicode characters.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html">Session tags</a>
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_tags.html#id_tags_rules">Rules for tags</a>
 */
final class SessionTags {
    private static final int MAX_TAGS = 50;
    private static final int MAX_KEY = 128;
    private static final int MAX_VALUE = 256;
    private static final String RESERVED = "aws:";
    private static final Pattern PERMITTED = Pattern.compile("[\\p{L}\\p{Z}\\p{N}_.:/=+@-]*");

    private SessionTags() {}

    static void check(Map<String, String> tags, Set<String> transitive) {
        if (tags.size() > MAX_TAGS) {
            throw refused("There are %d session tags; STS takes %d".formatted(tags.size(), MAX_TAGS));
        }
        Set<String> seen = new HashSet<>();
        tags.forEach((key, value) -> {
            checkKey(key);
            checkValue(key, value);
            if (!seen.add(key.toLowerCase(Locale.ROOT))) {
                throw refused("The session tag '%s' is there twice: to STS, keys that differ in case only are the same"
                        .formatted(key));
            }
        });
        transitive.stream().filter(key -> !tags.containsKey(key)).findFirst().ifPresent(key -> {
            throw refused("The transitive tag key '%s' is not the key of a session tag: give the tag too, spelt alike"
                    .formatted(shown(key)));
        });
    }

    private static void checkKey(String key) {
        int length = key.codePointCount(0, key.length());
        if (length < 1 || length > MAX_KEY) {
            throw refused("The key of the session tag '%s' has %d characters; STS takes 1 to %d"
                    .formatted(shown(key), length, MAX_KEY));
        }
        checkText(key, "The key of the session tag '%s'".formatted(shown(key)));
    }

    private static void checkValue(String key, String value) {
        int length = value.codePointCount(0, value.length());
        if (length > MAX_VALUE) {
            throw refused("The value of the session tag '%s' has %d characters; STS takes %d"
                    .formatted(key, length, MAX_VALUE));
        }
        checkText(value, "The value of the session tag '%s'".formatted(key));
    }

    private static void checkText(String text, String what) {
        if (!PERMITTED.matcher(text).matches()) {
            throw refused(what
                    + " holds a character that STS refuses (permitted: letters, digits, spaces and _ . : / = + - @)");
        }
        if (text.toLowerCase(Locale.ROOT).startsWith(RESERVED)) {
            throw refused(what + " begins with aws:, which AWS keeps for itself");
        }
    }

    /** Returns a key fit for a message, where it may be no key at all. */
    private static String shown(String key) {
        String start = key.substring(0, Math.min(key.length(), MAX_KEY));
        return PERMITTED.matcher(start).matches() ? start : start.replaceAll("[^A-Za-z0-9_.:/=+@ -]", "?");
    }

    private static InvalidSessionException refused(String why) {
        return new InvalidSessionException(why);
    }
}
