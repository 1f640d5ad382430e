// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import io.github.dkpbootstrap.policy.finding.Severity;

/**
 * {@code INVALID_AWS_PRINCIPAL}, ERROR. A principal of the type AWS is neither an account, an ARN nor a unique id. An id of our own.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html">
 *     The rule</a>
 */
final class InvalidAwsPrincipal extends StatementCheck {
    InvalidAwsPrincipal() {
        super(ofOurs(
                "INVALID_AWS_PRINCIPAL",
                Severity.ERROR,
                "A principal of the type AWS is neither an account, an ARN nor a unique id.",
                "Write an account id or the ARN of an account, role, user or session.",
                "reference_policies_elements_principal.html"));
    }

    @Override
    void run(StatementAt statement, CheckContext context, Report report) {
        statement.awsPrincipals().stream()
                .filter(id -> !id.value().matches("\\*|\\d{12}|A[A-Z0-9]{15,127}|arn:.*")
                        && !id.value().contains("${"))
                .forEach(id -> report.add(id.path(), Quote.of(id.value()) + " is neither an account id nor an ARN"));
    }
}
