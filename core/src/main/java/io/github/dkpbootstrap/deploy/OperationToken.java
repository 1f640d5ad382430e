// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.deploy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * The client tokens of a deployment: {@code dkp-<fingerprint>-<uuid>}, fresh for each call and the same when that call is
 * repeated, so that a lost answer never doubles an effect. By the fingerprint a restarted process knows its own work.
 */
final class OperationToken {
    private static final int FINGERPRINT_BYTES = 8;

    private final String prefix;

    private OperationToken(String prefix) {
        this.prefix = prefix;
    }

    /** Returns the tokens of a deployment: equal requests have equal fingerprints, in whatever process. */
    static OperationToken of(StackRequest request) {
        StringBuilder text = new StringBuilder(request.stackName()).append('\n').append(request.templateBody());
        for (Map.Entry<String, String> tag : new TreeMap<>(request.tags()).entrySet()) {
            text.append('\n').append(tag.getKey()).append('=').append(tag.getValue());
        }
        return new OperationToken("dkp-" + fingerprint(text.toString()) + "-");
    }

    /** Returns a token, or the name of a change set, that was never used before. */
    String next() {
        return prefix + UUID.randomUUID();
    }

    /** Returns whether a token, or the name of a change set, is of this deployment. */
    boolean isOurs(String token) {
        return token.startsWith(prefix);
    }

    private static String fingerprint(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, FINGERPRINT_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
