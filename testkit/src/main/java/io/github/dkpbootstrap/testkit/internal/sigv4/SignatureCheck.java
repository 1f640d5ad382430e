// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.sigv4;

import io.github.dkpbootstrap.testkit.internal.query.Identity;
import io.github.dkpbootstrap.testkit.internal.query.ServiceError;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Verifies signatures of version 4 in the {@code Authorization} header.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv.html">AWS Signature Version 4</a>
 */
public final class SignatureCheck {
    /** What a good signature proves. */
    public record Proof(AccessKey key, String region, String service) {}

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final Pattern OWNER = Pattern.compile("Credential=([^/]*)/");
    private static final Pattern CREDENTIAL = Pattern.compile("Credential=([^/]*)/[^/]*/[^/]*/([^/,]*)/");
    private static final Duration SKEW = Duration.ofMinutes(15);
    private static final String UNSIGNED = "UNSIGNED-PAYLOAD";

    private final KeyRing keys;
    private final Clock wallClock;

    /** Creates the check; {@code wallClock} is what the clients' dates are compared with. */
    public SignatureCheck(KeyRing keys, Clock wallClock) {
        this.keys = keys;
        this.wallClock = wallClock;
    }

    /**
     * Returns the service that the request claims to be for, as far as it says so.
     */
    public static Optional<String> claimedService(SignedRequest request) {
        return request.header("authorization")
                .map(CREDENTIAL::matcher)
                .filter(Matcher::find)
                .map(credential -> credential.group(2))
                .filter(service -> service.matches("[a-z0-9.-]+"));
    }

    /** Returns whose key the request names; its signature is another matter. */
    public Optional<Identity> claimedOwner(SignedRequest request) {
        return request.header("authorization")
                .map(OWNER::matcher)
                .filter(Matcher::find)
                .map(credential -> credential.group(1))
                .flatMap(keys::find)
                .map(AccessKey::owner);
    }

    /**
     * Verifies a request.
     *
     * @param now the time that temporary keys expire by
     */
    public Proof verify(SignedRequest request, Instant now) {
        String header = request.header("authorization")
                .orElseThrow(() ->
                        ServiceError.of("MissingAuthenticationToken", 403, "Request is missing Authentication Token"));
        Authorization authorization = Authorization.parse(header);
        String date = request.header("x-amz-date")
                .orElseThrow(() -> Authorization.incomplete(
                        "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header."));
        AccessKey key =
                keys.find(authorization.keyId()).filter(AccessKey::active).orElseThrow(SignatureCheck::invalidToken);
        Optional<String> token = request.header("x-amz-security-token").filter(text -> !text.isEmpty());
        if (!token.equals(key.sessionToken())) {
            throw invalidToken();
        }
        checkDate(date, authorization.date());
        checkSignedHeaders(request, authorization.signedHeaders());
        checkSignature(request, authorization, key, date);
        if (key.expiration().filter(end -> !now.isBefore(end)).isPresent()) {
            throw ServiceError.of("ExpiredToken", 403, "The security token included in the request is expired");
        }
        return new Proof(key, authorization.region(), authorization.service());
    }

    private void checkDate(String date, String scopeDate) {
        Instant time;
        try {
            time = LocalDateTime.parse(date, DATE).toInstant(ZoneOffset.UTC);
        } catch (DateTimeParseException e) {
            throw Authorization.incomplete("Date must be in ISO-8601 'basic format'. Got '" + date
                    + "'. See http://en.wikipedia.org/wiki/ISO_8601");
        }
        Instant now = wallClock.instant();
        if (time.isBefore(now.minus(SKEW))) {
            throw mismatch("Signature expired: %s is now earlier than %s (%s - 15 min.)"
                    .formatted(date, DATE.format(now.minus(SKEW)), DATE.format(now)));
        }
        if (time.isAfter(now.plus(SKEW))) {
            throw mismatch("Signature not yet current: %s is still later than %s (%s + 15 min.)"
                    .formatted(date, DATE.format(now.plus(SKEW)), DATE.format(now)));
        }
        if (!date.startsWith(scopeDate + "T")) {
            throw mismatch("Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: "
                    + "'%s' != '%s', from '%s'.".formatted(scopeDate, date.substring(0, 8), date));
        }
    }

    private static void checkSignedHeaders(SignedRequest request, List<String> signed) {
        for (String name : request.headers().keySet()) {
            boolean required = name.equals("host") || name.startsWith("x-amz-");
            if (required && !signed.contains(name)) {
                throw mismatch("'" + name + "' must be a 'SignedHeader' in the AWS Authorization.");
            }
        }
    }

    private static void checkSignature(SignedRequest request, Authorization authorization, AccessKey key, String date) {
        String canonical = new CanonicalRequest(request, authorization).text(payloadHash(request));
        String toSign =
                String.join("\n", Authorization.ALGORITHM, date, authorization.scope(), sha256(bytes(canonical)));
        byte[] signing = bytes("AWS4" + key.secret());
        for (String part : authorization.scope().split("/", -1)) {
            signing = hmac(signing, part);
        }
        byte[] expected = bytes(HexFormat.of().formatHex(hmac(signing, toSign)));
        if (!MessageDigest.isEqual(expected, bytes(authorization.signature()))) {
            throw mismatch("The request signature we calculated does not match the signature you provided. Check your "
                    + "AWS Secret Access Key and signing method. Consult the service documentation for details.");
        }
    }

    private static String payloadHash(SignedRequest request) {
        String hash = sha256(request.body());
        Optional<String> declared = request.header("x-amz-content-sha256");
        if (declared.filter(UNSIGNED::equals).isPresent()) {
            return UNSIGNED;
        }
        if (declared.filter(text -> text.matches("[0-9a-f]{64}") && !text.equals(hash))
                .isPresent()) {
            throw mismatch("The provided 'x-amz-content-sha256' header does not match what was computed.");
        }
        return declared.orElse(hash);
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(bytes(text));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static ServiceError invalidToken() {
        return ServiceError.of("InvalidClientTokenId", 403, "The security token included in the request is invalid.");
    }

    private static ServiceError mismatch(String message) {
        return ServiceError.of("SignatureDoesNotMatch", 403, message);
    }
}
