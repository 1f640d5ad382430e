// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.imds;

import io.github.dkpbootstrap.testkit.internal.Ids;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The session tokens of one metadata service. Used only under the lock of the local AWS. */
final class MetadataTokens {
    private static final int MAX_SECONDS = 21_600;

    private final Map<String, Instant> ends = new HashMap<>();

    /** Returns how long a token is to live, if what the client says is a number within bounds. */
    static Optional<Duration> life(Optional<String> seconds) {
        return seconds.filter(text -> text.matches("[0-9]{1,5}"))
                .map(Integer::valueOf)
                .filter(number -> number >= 1 && number <= MAX_SECONDS)
                .map(Duration::ofSeconds);
    }

    String issue(Duration life, Instant now) {
        ends.values().removeIf(end -> !now.isBefore(end));
        String token = "AQAAA" + Ids.base32(51);
        ends.put(token, now.plus(life));
        return token;
    }

    /** Returns how long a token still lives; nothing if it does not. */
    Optional<Duration> remaining(Optional<String> token, Instant now) {
        return token.flatMap(text -> Optional.ofNullable(ends.get(text)))
                .filter(now::isBefore)
                .map(end -> Duration.between(now, end));
    }
}
