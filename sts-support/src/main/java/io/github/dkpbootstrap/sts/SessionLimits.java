// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sts;

import io.github.dkpbootstrap.policy.Arn;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * What STS takes for a role, a duration, an external id and the serial number of an MFA device.
 *
 * @see <a href="https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html">AssumeRole</a>
 */
final class SessionLimits {
    /** What STS uses where nothing is said, and what each role permits. */
    static final Duration DEFAULT_DURATION = Duration.ofHours(1);

    private static final Duration MIN_DURATION = Duration.ofMinutes(15);
    private static final Duration MAX_DURATION = Duration.ofHours(12);
    private static final int MAX_ARN = 2048;
    private static final int MIN_EXTERNAL_ID = 2;
    private static final int MAX_EXTERNAL_ID = 1224;
    private static final int MIN_SERIAL = 9;
    private static final int MAX_SERIAL = 256;
    private static final Pattern SERIAL = Pattern.compile("[A-Za-z0-9_+=/:,.@-]*");
    private static final Pattern MFA_ARN = Pattern.compile("arn:[a-z-]+:iam::[0-9]{12}:mfa/.+");
    private static final Pattern PARTITION = Pattern.compile("[a-z][a-z0-9-]*");
    private static final Pattern ACCOUNT = Pattern.compile("[0-9]{12}");
    private static final Pattern ROLE = Pattern.compile("role/([!-~]+/)?[A-Za-z0-9_+=,.@-]{1,64}");
    private static final Pattern EXTERNAL_ID = Pattern.compile("[A-Za-z0-9_+=,.@:/-]*");
    private static final String EXPECTED = "expected arn:aws:iam::123456789012:role/NAME";

    private SessionLimits() {}

    static Arn role(String text) {
        return Arn.tryParse(text).orElseThrow(() -> refused(text, "is no ARN"));
    }

    static void checkRole(Arn role) {
        String text = role.toString();
        if (AwsCaller.isSessionOfARole(role)) {
            throw refused(text, "names a session of a role, not the role");
        }
        if (!role.service().equals("iam") || !role.region().isEmpty()) {
            throw refused(text, "is not the ARN of an IAM resource");
        }
        if (!ACCOUNT.matcher(role.account()).matches()) {
            throw refused(text, "has no account id of 12 digits");
        }
        if (!PARTITION.matcher(role.partition()).matches()
                || !ROLE.matcher(role.resource()).matches()
                || text.length() > MAX_ARN) {
            throw refused(text, "does not name a role");
        }
    }

    static void checkDuration(Duration duration) {
        if (duration.compareTo(MIN_DURATION) < 0
                || duration.compareTo(MAX_DURATION) > 0
                || duration.toNanosPart() != 0) {
            throw new InvalidSessionException("The duration of a session is %d to %d whole seconds, not %s (%d s)"
                    .formatted(MIN_DURATION.toSeconds(), MAX_DURATION.toSeconds(), duration, duration.toSeconds()));
        }
    }

    /** Checks a duration against what the role permits, which is at least {@link #DEFAULT_DURATION}. */
    static void checkDuration(Duration duration, Arn role, RoleFacts facts) {
        if (duration.compareTo(DEFAULT_DURATION) <= 0) {
            return;
        }
        facts.maxSessionDuration().filter(max -> duration.compareTo(max) > 0).ifPresent(max -> {
            throw new InvalidSessionException(
                    "The role %s permits sessions of at most %d s (its MaxSessionDuration), not %d s: ask for less or raise it"
                            .formatted(role, max.toSeconds(), duration.toSeconds()));
        });
    }

    static void checkExternalId(String externalId) {
        int length = externalId.length();
        if (length < MIN_EXTERNAL_ID || length > MAX_EXTERNAL_ID) {
            throw new InvalidSessionException("The external id has %d characters; STS takes %d to %d"
                    .formatted(length, MIN_EXTERNAL_ID, MAX_EXTERNAL_ID));
        }
        if (!EXTERNAL_ID.matcher(externalId).matches()) {
            throw new InvalidSessionException(
                    "The external id holds a character that STS refuses (permitted: A-Z a-z 0-9 _ + = , . @ : / -)");
        }
    }

    /** Checks the serial number of an MFA device: that of a hardware token, or the ARN of a virtual device. */
    static void checkSerialNumber(String serial) {
        int length = serial.length();
        if (length < MIN_SERIAL
                || length > MAX_SERIAL
                || !SERIAL.matcher(serial).matches()) {
            throw new InvalidSessionException(
                    ("An MFA serial number has %d to %d of A-Z a-z 0-9 _ + = / : , . @ -; this one has %d characters: "
                                    + "expected arn:aws:iam::123456789012:mfa/NAME or the number of a hardware token")
                            .formatted(MIN_SERIAL, MAX_SERIAL, length));
        }
        if (serial.startsWith("arn:") && !MFA_ARN.matcher(serial).matches()) {
            throw new InvalidSessionException(
                    ("The MFA serial number '%s' is not that of a device with codes: expected "
                                    + "arn:aws:iam::123456789012:mfa/NAME; security keys and passkeys give no code for AssumeRole")
                            .formatted(serial));
        }
    }

    private static InvalidSessionException refused(String arn, String why) {
        return new InvalidSessionException("The role ARN '%s' %s: %s".formatted(arn.strip(), why, EXPECTED));
    }
}
