// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.report;

import io.github.dkpbootstrap.policy.Comparison;
import io.github.dkpbootstrap.policy.Condition;
import io.github.dkpbootstrap.policy.internal.SecretKeys;

/** The verb of a condition. */
final class ComparisonWords {
    private ComparisonWords() {}

    static String of(Condition condition) {
        boolean many = condition.values().values().size() > 1;
        return switch (condition.operator().comparison()) {
            case STRING_EQUALS, STRING_EQUALS_IGNORE_CASE, NUMERIC_EQUALS, DATE_EQUALS, BOOL, BINARY_EQUALS -> "is";
            case STRING_NOT_EQUALS, STRING_NOT_EQUALS_IGNORE_CASE, NUMERIC_NOT_EQUALS, DATE_NOT_EQUALS -> isNot(many);
            case STRING_LIKE, ARN_EQUALS, ARN_LIKE -> hasWildcard(condition) ? "matches" : "is";
            case STRING_NOT_LIKE, ARN_NOT_EQUALS, ARN_NOT_LIKE ->
                hasWildcard(condition) ? many ? "matches none of" : "does not match" : isNot(many);
            case NUMERIC_LESS_THAN -> "is less than";
            case NUMERIC_LESS_THAN_EQUALS -> "is at most";
            case NUMERIC_GREATER_THAN -> "is greater than";
            case NUMERIC_GREATER_THAN_EQUALS -> "is at least";
            case DATE_LESS_THAN -> "is before";
            case DATE_LESS_THAN_EQUALS -> "is not after";
            case DATE_GREATER_THAN -> "is after";
            case DATE_GREATER_THAN_EQUALS -> "is not before";
            case IP_ADDRESS -> "is an address in";
            case NOT_IP_ADDRESS -> many ? "is an address in none of" : "is an address outside";
            case NULL -> throw new IllegalArgumentException(Comparison.NULL.text());
        };
    }

    private static String isNot(boolean many) {
        return many ? "is none of" : "is not";
    }

    /** Whether a secret has a wildcard is a part of it: its pattern counts as one without. */
    private static boolean hasWildcard(Condition condition) {
        return !SecretKeys.isSecret(condition.key())
                && condition.values().stream()
                        .anyMatch(value -> value.value()
                                .text()
                                .filter(t -> t.matches("(?s).*[*?].*"))
                                .isPresent());
    }
}
