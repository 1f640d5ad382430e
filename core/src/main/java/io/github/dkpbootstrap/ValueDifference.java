// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap;

import io.github.dkpbootstrap.policy.JsonLayout;
import io.github.dkpbootstrap.policy.JsonValue;
import io.github.dkpbootstrap.policy.PolicyException;
import java.util.List;

/** The lines in which two values differ. JSON, such as policies, is laid out alike first, so that only what differs shows. */
final class ValueDifference {
    private ValueDifference() {}

    static List<String> between(String before, String after) {
        return LineDifference.between(lines(before), lines(after));
    }

    /** Returns just the lines that are gone and that are new, without the ones around them. */
    static List<String> changedLines(String before, String after) {
        return between(before, after).stream()
                .filter(line -> !line.startsWith("  "))
                .map(line -> line.charAt(0) + " " + line.substring(1).strip())
                .toList();
    }

    /** Returns the lines of a value. */
    static List<String> lines(String value) {
        if (value.isEmpty()) {
            return List.of();
        }
        try {
            boolean structured = value.startsWith("{") || value.startsWith("[");
            return (structured ? JsonValue.parse(value).toJson(JsonLayout.PRETTY) : value)
                    .lines()
                    .toList();
        } catch (PolicyException e) {
            return value.lines().toList();
        }
    }
}
