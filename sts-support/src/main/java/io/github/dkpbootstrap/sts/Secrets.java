// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sts;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;

/**
 * The secrets of an attempt, to be kept out of what is said of its failure: AWS quotes values that it refuses, and where a
 * signature is wrong all that was signed, the token too.
 */
final class Secrets {
    private static final String MASK = "****";
    private static final int LONG = 8;
    private static final Pattern SIGNED_TOKEN = Pattern.compile("(?i)(?<=x-amz-security-token[:=])[^\\s&'\"<]+");

    private final List<Pattern> patterns;

    private Secrets(Stream<String> secrets) {
        patterns = Stream.concat(secrets.flatMap(Secrets::patterns), Stream.of(SIGNED_TOKEN))
                .toList();
    }

    /** Returns those of the spec alone. */
    static Secrets of(SessionSpec spec) {
        return new Secrets(spec.externalId().stream());
    }

    /** Returns those of a call: of the spec, of the credentials that sign it, and the code that is sent with it. */
    static Secrets of(SessionSpec spec, Optional<AwsCredentialsIdentity> source, Optional<String> mfaCode) {
        List<String> secrets = new ArrayList<>();
        source.ifPresent(identity -> {
            secrets.add(identity.secretAccessKey());
            if (identity instanceof AwsSessionCredentialsIdentity session) {
                secrets.add(session.sessionToken());
            }
        });
        spec.externalId().ifPresent(secrets::add);
        mfaCode.ifPresent(secrets::add);
        return new Secrets(secrets.stream());
    }

    /** Returns the text with each secret masked. */
    String masked(String text) {
        String masked = text;
        for (Pattern secret : patterns) {
            masked = secret.matcher(masked).replaceAll(MASK);
        }
        return masked;
    }

    /** Returns whether a text shows a secret. */
    boolean in(String text) {
        return patterns.stream().anyMatch(secret -> secret.matcher(text).find());
    }

    /** As it is, and as URLs and JSON write it. */
    private static Stream<Pattern> patterns(String secret) {
        return Stream.of(secret, URLEncoder.encode(secret, StandardCharsets.UTF_8), secret.replace("/", "\\/"))
                .distinct()
                .map(Secrets::pattern);
    }

    /** What is short may be a part of other words, which are left as they are; a code stands out from other digits alone. */
    private static Pattern pattern(String secret) {
        String text = Pattern.quote(secret);
        if (secret.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Pattern.compile("(?<![0-9])" + text + "(?![0-9])");
        }
        return Pattern.compile(secret.length() < LONG ? "(?<!\\w)" + text + "(?!\\w)" : text);
    }

    /** Returns no more than the number of secrets. */
    @Override
    public String toString() {
        return patterns.size() + " patterns";
    }
}
