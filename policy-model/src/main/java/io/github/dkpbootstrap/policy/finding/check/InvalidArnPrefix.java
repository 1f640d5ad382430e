// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import io.github.dkpbootstrap.policy.finding.Severity;

/**
 * {@code INVALID_ARN_PREFIX}, ERROR. A resource is no ARN.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-error-invalid-arn-prefix">
 *     Invalid arn prefix</a>
 */
final class InvalidArnPrefix extends StatementCheck {
    InvalidArnPrefix() {
        super(ofAws(
                "INVALID_ARN_PREFIX",
                Severity.ERROR,
                "A resource is no ARN.",
                "Write an ARN, or \"*\" for every resource."));
    }

    @Override
    void run(StatementAt statement, CheckContext context, Report report) {
        statement.resourceTexts().stream()
                .filter(text ->
                        !text.value().startsWith("arn:") && !text.value().equals("*"))
                .filter(text -> !text.value().startsWith("${") && !text.value().startsWith("*:"))
                .forEach(text -> report.add(text.path(), Quote.of(text.value()) + " does not start with arn:"));
    }
}
