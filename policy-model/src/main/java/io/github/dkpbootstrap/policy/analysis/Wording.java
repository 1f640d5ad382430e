// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.analysis;

import io.github.dkpbootstrap.policy.Comparison;
import io.github.dkpbootstrap.policy.Condition;
import io.github.dkpbootstrap.policy.Intrinsic;
import io.github.dkpbootstrap.policy.PolicyString;
import io.github.dkpbootstrap.policy.internal.SecretKeys;
import java.util.List;
import java.util.stream.Collectors;

/** The reasons for a reader. Values are cut to a length that fits a line, and those of secret keys are never shown. */
final class Wording {
    private static final int MAX_VALUES = 3;
    private static final int MAX_LENGTH = 120;
    private static final String MASK = "****";

    private Wording() {}

    static String condition(Condition condition, List<String> given) {
        String has =
                given.isEmpty() ? "the request has no such key" : "the request has " + shown(condition, given, " and ");
        String subject = "Condition " + condition.operator() + " " + condition.key() + ": " + has;
        if (given.size() > 1 && condition.operator().quantifier().isEmpty() && isOnValues(condition)) {
            return subject + ", and the operator takes a single value";
        }
        List<String> wanted =
                condition.values().stream().map(value -> text(value.value())).collect(Collectors.toList());
        String wants =
                isOnValues(condition) && condition.operator().comparison().negated() ? "wants none of " : "wants ";
        String shownWanted = isOnValues(condition) ? shown(condition, wanted, " or ") : joined(wanted, " or ");
        return subject + ", the policy " + wants + shownWanted;
    }

    /** Returns the condition as it is written, in one line; values of secret keys are masked. */
    static String written(Condition condition) {
        String values = SecretKeys.isSecret(condition.key())
                ? MASK
                : condition.values().stream()
                        .map(value -> quoted(text(value.value())))
                        .collect(Collectors.joining(", "));
        return condition.operator() + " " + condition.key() + ": " + values;
    }

    /** Says that none of the patterns of an element covers what the request has. */
    static String uncovered(String element, String given, List<PolicyString> patterns) {
        return element + ": " + quoted(given) + " is not covered by " + list(patterns);
    }

    /** Says that a pattern of a Not element covers what the request has. */
    static String excluded(String element, String given, List<PolicyString> patterns) {
        return element + ": " + quoted(given) + " is excluded by " + list(patterns);
    }

    static String quoted(String text) {
        String cut = text.codePointCount(0, text.length()) <= MAX_LENGTH
                ? text
                : text.substring(0, text.offsetByCodePoints(0, MAX_LENGTH)) + "…";
        return '"' + cut + '"';
    }

    static String list(List<PolicyString> patterns) {
        return joined(patterns.stream().map(Wording::text).collect(Collectors.toList()), " or ");
    }

    private static boolean isOnValues(Condition condition) {
        return condition.operator().comparison() != Comparison.NULL;
    }

    private static String shown(Condition condition, List<String> values, String conjunction) {
        return SecretKeys.isSecret(condition.key()) ? MASK : joined(values, conjunction);
    }

    /** Returns the text, or the function of an intrinsic in braces. */
    static String text(PolicyString string) {
        return string instanceof Intrinsic intrinsic ? "{" + intrinsic.function() + "}" : string.requireText();
    }

    private static String joined(List<String> values, String conjunction) {
        String first = values.stream().limit(MAX_VALUES).map(Wording::quoted).collect(Collectors.joining(conjunction));
        return values.size() <= MAX_VALUES ? first : first + conjunction + (values.size() - MAX_VALUES) + " more";
    }
}
