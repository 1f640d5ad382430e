// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.sts;

import io.github.dkpbootstrap.testkit.internal.query.Form;
import io.github.dkpbootstrap.testkit.internal.query.ServiceError;
import java.util.Set;

/** The constraints of STS's model on the parameters of a call. */
final class Parameters {
    static final int MIN_SECONDS = 900;

    /** What no message may hold. */
    private static final Set<String> SECRET = Set.of("externalId", "tokenCode");

    private Parameters() {}

    static void duration(Form form, int max) {
        form.integer("DurationSeconds").ifPresent(seconds -> {
            if (seconds < MIN_SECONDS) {
                throw violated("durationSeconds", "" + seconds, "value greater than or equal to " + MIN_SECONDS);
            }
            if (seconds > max) {
                throw violated("durationSeconds", "" + seconds, "value less than or equal to " + max);
            }
        });
    }

    static void mfa(Form form) {
        form.find("SerialNumber").ifPresent(serial -> text("serialNumber", serial, "[\\w+=/:,.@-]*", 9, 256));
        form.find("TokenCode").ifPresent(code -> text("tokenCode", code, "[\\d]*", 6, 6));
    }

    static void text(String parameter, String value, String pattern, int min, int max) {
        if (!value.matches(pattern)) {
            throw ServiceError.constraint(
                    parameter, quoted(parameter, value), "Member must satisfy regular expression pattern: " + pattern);
        }
        length(parameter, value, min, max);
    }

    static void length(String parameter, String value, int min, int max) {
        if (value.length() < min) {
            throw violated(parameter, value, "length greater than or equal to " + min);
        }
        if (value.length() > max) {
            throw violated(parameter, value, "length less than or equal to " + max);
        }
    }

    static ServiceError violated(String parameter, String value, String constraint) {
        return ServiceError.constraint(parameter, quoted(parameter, value), "Member must have " + constraint);
    }

    private static String quoted(String parameter, String value) {
        return SECRET.contains(parameter) ? "'****'" : "'" + value + "'";
    }
}
