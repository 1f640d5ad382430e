// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.proof;

import io.github.dkpbootstrap.policy.Comparison;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Moments: the regions are the moments of the conditions and what lies between, before and after them. */
final class DateValues implements ValueType {
    private static final Pattern SECONDS = Pattern.compile("[0-9]{5,12}|[0-9]{1,3}");
    private static final Pattern DAY = Pattern.compile("[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?");
    private static final Pattern TIME = Pattern.compile(
            "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}" + "(:[0-9]{2}(\\.[0-9]{1,9})?)?(Z|[+-][0-9]{2}:[0-9]{2})");
    private static final String FIRST_MOMENT = "0001-01-01T00:00:00Z";

    @Override
    public Predicate<String> test(Comparison comparison, String wanted) {
        return ValueType.ordered(comparison, wanted, DateValues::read);
    }

    @Override
    public Samples samples(List<String> wanted) {
        TreeSet<Instant> bounds = new TreeSet<>();
        wanted.forEach(text -> read(text).ifPresent(bounds::add));
        TreeSet<Instant> moments = new TreeSet<>(bounds);
        for (Instant bound : bounds) {
            moments.add(before(bound, Optional.ofNullable(bounds.lower(bound))));
            moments.add(after(bound, Optional.ofNullable(bounds.higher(bound))));
        }
        List<String> texts = new ArrayList<>(List.of(MALFORMED, "2000-01-01"));
        moments.forEach(moment -> write(moment).ifPresent(texts::add));
        return new Samples(texts, texts.size() == moments.size() + 2);
    }

    /** Returns a moment closer to this one than the last before it, or that one where there is none. */
    private static Instant before(Instant bound, Optional<Instant> last) {
        Instant second = bound.minusSeconds(1);
        return last.isEmpty() || last.get().isBefore(second) ? second : bound.minusNanos(1);
    }

    private static Instant after(Instant bound, Optional<Instant> next) {
        Instant second = bound.plusSeconds(1);
        return next.isEmpty() || next.get().isAfter(second) ? second : bound.plusNanos(1);
    }

    private static Optional<String> write(Instant moment) {
        int year = moment.atOffset(ZoneOffset.UTC).getYear();
        String text = year >= 0 && year <= 9999 ? moment.toString() : Long.toString(moment.getEpochSecond());
        return Optional.of(text).filter(written -> read(written).equals(Optional.of(moment)));
    }

    private static Optional<Instant> read(String text) {
        try {
            if (SECONDS.matcher(text).matches()) {
                return Optional.of(Instant.ofEpochSecond(Long.parseLong(text)));
            }
            if (DAY.matcher(text).matches()) {
                return Optional.of(OffsetDateTime.parse(text + FIRST_MOMENT.substring(text.length())))
                        .map(OffsetDateTime::toInstant);
            }
            return TIME.matcher(text).matches()
                    ? Optional.of(OffsetDateTime.parse(text).toInstant())
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
