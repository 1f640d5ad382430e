// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;

/** The dates that conditions take: ISO 8601 as the W3C profiles it, or seconds since 1970. */
final class DateText {
    private DateText() {}

    /** Returns whether a text is seconds since 1970: whole digits that are no year. */
    static boolean isEpoch(String text) {
        return text.matches("-?\\d+") && !text.matches("\\d{4}");
    }

    /** Returns whether a text is a year, month, day, or a time with its zone. */
    static boolean isDate(String text) {
        try {
            if (text.matches("\\d{4}-\\d{2}")) {
                return YearMonth.parse(text).getYear() >= 0;
            }
            if (text.matches("\\d{4}-\\d{2}-\\d{2}")) {
                return LocalDate.parse(text).getYear() >= 0;
            }
            return text.matches("\\d{4}")
                    || (text.matches("\\d{4}-.*T.*")
                            && OffsetDateTime.parse(text).getYear() >= 0);
        } catch (DateTimeException e) {
            return false;
        }
    }
}
