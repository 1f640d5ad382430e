// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.analysis;

import io.github.dkpbootstrap.policy.Comparison;
import io.github.dkpbootstrap.policy.analysis.PatternText.Wildcards;

/** The String operators: text, by variables and, in {@code StringLike}, by wildcards. */
final class StringTest implements ValueTest {
    private final Variables variables;

    StringTest(Variables variables) {
        this.variables = variables;
    }

    @Override
    public boolean matches(Comparison comparison, String given, String wanted) {
        return switch (comparison) {
            case STRING_LIKE, STRING_NOT_LIKE ->
                variables
                        .expand(wanted, Wildcards.PLAIN)
                        .map(pattern -> pattern.matches(given))
                        .orElse(false);
            case STRING_EQUALS_IGNORE_CASE, STRING_NOT_EQUALS_IGNORE_CASE ->
                variables
                        .expand(wanted, Wildcards.NONE)
                        .map(text -> text.literal().equalsIgnoreCase(given))
                        .orElse(false);
            default ->
                variables
                        .expand(wanted, Wildcards.NONE)
                        .map(text -> text.literal().equals(given))
                        .orElse(false);
        };
    }
}
