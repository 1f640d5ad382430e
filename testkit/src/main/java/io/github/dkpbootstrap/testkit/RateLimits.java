// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** How often actions may be called in a second. Used only under the lock of the local AWS. */
final class RateLimits {
    private static final Duration WINDOW = Duration.ofSeconds(1);

    private final Map<String, Integer> limits;
    private final Map<String, Deque<Instant>> calls = new HashMap<>();

    RateLimits(Map<String, Integer> limits) {
        this.limits = Map.copyOf(limits);
    }

    /** Counts a call that is within the limit of its action; returns whether it is beyond. */
    boolean exceeds(String action, Instant now) {
        Integer limit = limits.get(action);
        if (limit == null) {
            return false;
        }
        Deque<Instant> latest = calls.computeIfAbsent(action, name -> new ArrayDeque<>());
        latest.removeIf(time -> !time.isAfter(now.minus(WINDOW)));
        if (latest.size() >= limit) {
            return true;
        }
        latest.add(now);
        return false;
    }
}
