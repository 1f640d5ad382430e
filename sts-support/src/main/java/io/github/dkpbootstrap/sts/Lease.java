// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sts;

import java.time.Duration;
import java.time.Instant;
import software.amazon.awssdk.auth.credentials.AwsCredentials;

/**
 * Credentials with the two moments that count: from {@code prefetch} on they should be replaced, from {@code end} on they
 * must not be used.
 *
 * <p>The prefetch window is the last quarter of the time that the credentials had left when they came, and at most an
 * hour: 225 s of the shortest session, 15 minutes of the default one. It is thus never as long as the session.
 */
record Lease(IssuedCredentials issued, AwsCredentials identity, Instant prefetch, Instant end) {
    private static final int WINDOW_FRACTION = 4;
    private static final Duration LONGEST_WINDOW = Duration.ofHours(1);

    /**
     * Returns the lease of credentials received at {@code received} that were asked for {@code duration}. Where the local
     * clock is behind, the duration ends the lease before the expiration would.
     */
    static Lease of(IssuedCredentials issued, Instant received, Duration duration) {
        Instant asked = received.plus(duration);
        Instant end = issued.expiration().filter(asked::isAfter).orElse(asked);
        Duration quarter = Duration.between(received, end).dividedBy(WINDOW_FRACTION);
        Duration window = quarter.compareTo(LONGEST_WINDOW) < 0 ? quarter : LONGEST_WINDOW;
        return new Lease(issued, issued.toAwsCredentials(), end.minus(window), end);
    }

    boolean usable(Instant now) {
        return now.isBefore(end);
    }

    boolean fresh(Instant now) {
        return now.isBefore(prefetch);
    }
}
