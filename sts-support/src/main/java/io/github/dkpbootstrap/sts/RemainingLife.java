// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sts;

import java.time.Duration;
import java.time.Instant;

/** Refuses credentials that end too soon for what they are handed over for. */
final class RemainingLife {
    private static final String UNKNOWN =
            "The credentials have a session token, so they end, and it is not known when: say so by"
                    + " issued.toBuilder().expiration(..), or ask for a remaining life of Duration.ZERO";

    private RemainingLife() {}

    static void check(IssuedCredentials issued, Duration minimum, Instant now) {
        if (issued.sessionToken().isPresent() && issued.expiration().isEmpty() && !minimum.isZero()) {
            throw new CredentialsExpireTooSoonException(UNKNOWN, Duration.ZERO, minimum);
        }
        issued.expiration().ifPresent(end -> {
            Duration remaining = Duration.between(now, end);
            if (remaining.isZero() || remaining.isNegative() || remaining.compareTo(minimum) < 0) {
                throw new CredentialsExpireTooSoonException(message(remaining, minimum, end), remaining, minimum);
            }
        });
    }

    private static String message(Duration remaining, Duration minimum, Instant end) {
        String left = remaining.isZero() || remaining.isNegative()
                ? "ended " + words(remaining.abs()) + " ago, at "
                : "last " + words(remaining) + " more, until ";
        return "The credentials " + left + Rfc3339.text(end) + ", and " + words(minimum)
                + " are asked for. Take new ones (session.invalidate(), then session.issued()), open the session with a"
                + " longer duration, or ask for less";
    }

    private static String words(Duration duration) {
        return duration.toMinutes() + " min " + duration.toSecondsPart() + " s";
    }
}
