// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.iam;

import io.github.dkpbootstrap.testkit.internal.Ids;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The codes of a virtual MFA device: six digits, another every 30 seconds.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6238">RFC 6238</a>
 */
final class Totp {
    static final int STEP_SECONDS = 30;

    private static final String BASE_32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int SEED_CHARACTERS = 64;
    private static final int BITS = 5;
    private static final int MODULUS = 1_000_000;

    private final String seed;

    Totp(String seed) {
        this.seed = seed;
    }

    static Totp random() {
        return new Totp(Ids.base32(SEED_CHARACTERS));
    }

    static long step(Instant time) {
        return Math.floorDiv(time.getEpochSecond(), STEP_SECONDS);
    }

    /** Returns the seed as CreateVirtualMFADevice gives it: Base32 text, which is a blob to the API. */
    String blob() {
        return Base64.getEncoder().encodeToString(seed.getBytes(StandardCharsets.US_ASCII));
    }

    String code(long step) {
        byte[] hash = hmac(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        int offset = Math.floorMod(hash[hash.length - 1], 16);
        int number = ByteBuffer.wrap(hash).getInt(offset) & Integer.MAX_VALUE;
        return String.format(Locale.ROOT, "%06d", number % MODULUS);
    }

    private byte[] hmac(byte[] message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(key(), "HmacSHA1"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] key() {
        ByteBuffer key = ByteBuffer.allocate(seed.length() * BITS / Byte.SIZE);
        long bits = 0;
        int count = 0;
        for (int i = 0; i < seed.length(); i++) {
            bits = (bits << BITS) + BASE_32.indexOf(seed.charAt(i));
            count += BITS;
            if (count >= Byte.SIZE) {
                count -= Byte.SIZE;
                key.put((byte) (bits >> count));
                bits %= 1L << count;
            }
        }
        return key.array();
    }

    @Override
    public String toString() {
        return "Totp";
    }
}
