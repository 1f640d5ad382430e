// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sts;

import java.time.Duration;
import java.time.Instant;
import software.amazon.awssdk.auth.credentials.AwsCredentials;

/**
 * Credentials with the two moments that count: from {@code prefetch} on they should be replaced, from {@code end} on they
 * must not be used. {@code prefetch} is never after {@code end}: what is fresh is usable.
 *
 * <p>A time before {@code received} shows that the clock was set back. By such a clock the credentials would seem to last
 * longer than they do, so they are replaced at once.
 */
record Lease(IssuedCredentials issued, AwsCredentials identity, Instant received, Instant prefetch, Instant end) {
    /**
     * Returns the lease of credentials received at {@code received} that were asked for {@code duration}. Where the local
     * clock is behind, the duration ends the lease before the expiration would.
     */
    static Lease of(IssuedCredentials issued, Instant received, Duration duration, RefreshWindow window) {
        Instant asked = received.plus(duration);
        Instant end = issued.expiration().filter(asked::isAfter).orElse(asked);
        Instant prefetch = end.minus(window.of(Duration.between(received, end)));
        return new Lease(issued, issued.toAwsCredentials(), received, prefetch, end);
    }

    boolean usable(Instant now) {
        return now.isBefore(end);
    }

    boolean fresh(Instant now) {
        return now.isBefore(prefetch) && !now.isBefore(received);
    }
}
