// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import io.github.dkpbootstrap.policy.finding.Severity;

/**
 * {@code VARIABLE_UNSUPPORTED_IN_VERSION}, ERROR. A policy variable stands in a document of a version without variables.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-error-variable-unsupported-in-version">
 *     Variable unsupported in version</a>
 */
final class VariableUnsupportedInVersion extends StatementCheck {
    VariableUnsupportedInVersion() {
        super(ofAws(
                "VARIABLE_UNSUPPORTED_IN_VERSION",
                Severity.ERROR,
                "A policy variable stands in a document of a version without variables.",
                "Set the version to 2012-10-17."));
    }

    @Override
    void run(StatementAt statement, CheckContext context, Report report) {
        if (!context.hasVariables()) {
            statement
                    .variableTexts()
                    .filter(text -> text.value().matches("(?s).*\\$\\{[^}]+}.*"))
                    .forEach(text ->
                            report.add(text.path(), "The variable is plain text in a document of version 2008-10-17"));
        }
    }
}
