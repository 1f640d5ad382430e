// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import io.github.dkpbootstrap.policy.finding.Severity;
import java.util.stream.Stream;

/**
 * {@code VARIABLE_UNSUPPORTED_IN_ELEMENT}, ERROR. A policy variable stands where none is replaced.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-error-variable-unsupported-in-element">
 *     Variable unsupported in element</a>
 */
final class VariableUnsupportedInElement extends StatementCheck {
    VariableUnsupportedInElement() {
        super(ofAws(
                "VARIABLE_UNSUPPORTED_IN_ELEMENT",
                Severity.ERROR,
                "A policy variable stands where none is replaced.",
                "Use variables in resources and in the values of conditions only."));
    }

    @Override
    void run(StatementAt statement, CheckContext context, Report report) {
        Stream.concat(statement.actionTexts().stream(), statement.principalTexts().stream())
                .filter(text -> text.value().matches("(?s).*\\$\\{[^}]+}.*"))
                .forEach(text -> report.add(text.path(), "The variable is plain text in this element"));
    }
}
