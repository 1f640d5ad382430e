// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import io.github.dkpbootstrap.policy.finding.Severity;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code DUPLICATE_VALUES}, SUGGESTION. A value stands twice in a list of principals or of a condition. An id of our own.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html">
 *     The rule</a>
 */
final class DuplicateValues extends StatementCheck {
    DuplicateValues() {
        super(ofOurs(
                "DUPLICATE_VALUES",
                Severity.SUGGESTION,
                "A value stands twice in a list of principals or of a condition.",
                "Remove one of the two.",
                "reference_policies_grammar.html"));
    }

    @Override
    void run(StatementAt statement, CheckContext context, Report report) {
        statement.conditions().forEach(condition -> repeated(condition.texts(), report));
        repeated(statement.principalTexts(), report);
    }

    private static void repeated(List<At<String>> texts, Report report) {
        Map<String, String> seen = new HashMap<>();
        texts.forEach(text -> Optional.ofNullable(seen.putIfAbsent(text.value(), text.path()))
                .ifPresent(first -> report.add(text.path(), "The value is that of " + first + " too")));
    }
}
