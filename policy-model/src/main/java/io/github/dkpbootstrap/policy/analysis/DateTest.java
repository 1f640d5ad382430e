// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.analysis;

import io.github.dkpbootstrap.policy.Comparison;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * The Date operators: moments as the W3C's profile of ISO 8601 writes them, from a year alone to fractions of a second,
 * or as whole seconds since 1970 (rule 19).
 */
final class DateTest implements ValueTest {
    @Override
    public boolean matches(Comparison comparison, String given, String wanted) {
        Optional<Instant> left = moment(given);
        Optional<Instant> right = moment(wanted);
        return left.isPresent() && right.isPresent() && Order.holds(comparison, left.get(), right.get());
    }

    private static Optional<Instant> moment(String text) {
        try {
            if (text.matches("[0-9]{5,12}|[0-9]{1,3}")) {
                return Optional.of(Instant.ofEpochSecond(Long.parseLong(text)));
            }
            return full(text).map(full -> OffsetDateTime.parse(full).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Completes a year, month or day to its first moment in UTC; a time of day needs its zone. */
    private static Optional<String> full(String text) {
        if (text.matches("[0-9]{4}")) {
            return Optional.of(text + "-01-01T00:00:00Z");
        }
        if (text.matches("[0-9]{4}-[0-9]{2}")) {
            return Optional.of(text + "-01T00:00:00Z");
        }
        if (text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
            return Optional.of(text + "T00:00:00Z");
        }
        return text.matches(
                        "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]{1,9})?)?(Z|[+-][0-9]{2}:[0-9]{2})")
                ? Optional.of(text)
                : Optional.empty();
    }
}
