// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.UUID;

/** Random ids and secrets, in the shapes that AWS gives them. */
public final class Ids {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String BASE_32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int KEY_CHARACTERS = 16;
    private static final int ENTITY_CHARACTERS = 17;
    private static final int SECRET_BYTES = 30;
    private static final int TOKEN_BYTES = 240;

    private Ids() {}

    /** Returns the unique id of an IAM entity: {@code prefix}, such as {@code AROA}, and 17 letters and digits. */
    public static String entity(String prefix) {
        return prefix + base32(ENTITY_CHARACTERS);
    }

    /** Returns an access key id: {@code AKIA} or {@code ASIA}, and 16 letters and digits. */
    public static String accessKey(String prefix) {
        return prefix + base32(KEY_CHARACTERS);
    }

    /** Returns a secret access key of 40 characters. */
    public static String secret() {
        return base64(SECRET_BYTES);
    }

    /** Returns a session token. */
    public static String sessionToken() {
        return "IQoJb3JpZ2luX2Vj" + base64(TOKEN_BYTES);
    }

    /** Returns a UUID. */
    public static String uuid() {
        return UUID.randomUUID().toString();
    }

    /** Returns {@code length} random capital letters and digits. */
    public static String base32(int length) {
        StringBuilder text = new StringBuilder(length);
        RANDOM.ints(length, 0, BASE_32.length()).forEach(i -> text.append(BASE_32.charAt(i)));
        return text.toString();
    }

    private static String base64(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return Base64.getEncoder().encodeToString(random);
    }
}
