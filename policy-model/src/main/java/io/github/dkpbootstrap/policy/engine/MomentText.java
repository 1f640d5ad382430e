// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.engine;

import java.util.Optional;

/** Reads dates: ISO 8601 in the W3C's profile, or whole seconds since 1970 (rule 19). Not thread-safe. */
final class MomentText {
    private static final int MAX_EPOCH_DIGITS = 12;
    private static final int YEAR_DIGITS = 4;
    private static final int DAY_SECONDS = 24 * 60 * 60;
    private static final int MAX_OFFSET_SECONDS = 18 * 60 * 60;
    private static final int NANO_DIGITS = 9;
    private static final int INVALID = Integer.MIN_VALUE;

    private final Scanner text;
    private int month = 1;
    private int day = 1;
    private int secondOfDay;
    private int nano;
    private int offset;

    private MomentText(String text) {
        this.text = new Scanner(text);
    }

    static Optional<Moment> read(String text) {
        int digits = new Scanner(text).digits();
        if (digits == text.length() && digits != YEAR_DIGITS) {
            return digits > 0 && digits <= MAX_EPOCH_DIGITS
                    ? Optional.of(new Moment(Long.parseLong(text), 0))
                    : Optional.empty();
        }
        return new MomentText(text).date();
    }

    private Optional<Moment> date() {
        int year = text.number(YEAR_DIGITS);
        if (year < 0 || !monthAndDay() || !text.atEnd()) {
            return Optional.empty();
        }
        if (month < 1 || month > 12 || day < 1 || day > daysOfMonth(year)) {
            return Optional.empty();
        }
        return Optional.of(new Moment(days(year) * DAY_SECONDS + secondOfDay - offset, nano));
    }

    private boolean monthAndDay() {
        if (!text.take("-")) {
            return true;
        }
        month = text.number(2);
        if (!text.take("-")) {
            return true;
        }
        day = text.number(2);
        return !text.take("T") || (time() && zone());
    }

    private boolean time() {
        int hour = text.number(2);
        int minute = text.take(":") ? text.number(2) : -1;
        int second = 0;
        if (text.take(":")) {
            second = text.number(2);
            if (second >= 0 && text.take(".") && !fraction()) {
                return false;
            }
        }
        secondOfDay = (hour * 60 + minute) * 60 + second;
        return isWithin(hour, 24) && isWithin(minute, 60) && isWithin(second, 60);
    }

    private boolean fraction() {
        int digits = 0;
        for (int digit = text.number(1); digit >= 0; digit = text.number(1)) {
            nano = 10 * nano + digit;
            if (++digits == NANO_DIGITS) {
                return true;
            }
        }
        for (int i = digits; i < NANO_DIGITS; i++) {
            nano *= 10;
        }
        return digits > 0;
    }

    private boolean zone() {
        if (text.take("Z")) {
            return true;
        }
        int sign = text.take("+") ? 1 : text.take("-") ? -1 : INVALID;
        int hour = text.number(2);
        int minute = text.take(":") ? text.number(2) : -1;
        int seconds = (hour * 60 + minute) * 60;
        offset = sign * seconds;
        return sign != INVALID && hour >= 0 && isWithin(minute, 60) && seconds <= MAX_OFFSET_SECONDS;
    }

    private static boolean isWithin(int number, int limit) {
        return number >= 0 && number < limit;
    }

    private int daysOfMonth(int year) {
        return switch (month) {
            case 2 -> isLeap(year) ? 29 : 28;
            case 4, 6, 9, 11 -> 30;
            default -> 31;
        };
    }

    private static boolean isLeap(int year) {
        return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    }

    /** Returns the days since 1970-01-01, counted in years that begin in March, so that leap days come last. */
    private long days(int year) {
        long marchYear = month > 2 ? year : year - 1L;
        int monthFromMarch = (month + 9) % 12;
        int dayOfYear = (153 * monthFromMarch + 2) / 5 + day - 1;
        long leapDays = Math.floorDiv(marchYear, 4L) - Math.floorDiv(marchYear, 100L) + Math.floorDiv(marchYear, 400L);
        return 365 * marchYear + leapDays + dayOfYear - 719_468;
    }
}
