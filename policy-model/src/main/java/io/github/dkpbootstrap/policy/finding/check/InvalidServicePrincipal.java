// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import io.github.dkpbootstrap.policy.PrincipalType;
import io.github.dkpbootstrap.policy.finding.Severity;

/**
 * {@code INVALID_SERVICE_PRINCIPAL}, ERROR. A principal of the type Service is no name of a service. An id of our own.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-services">
 *     The rule</a>
 */
final class InvalidServicePrincipal extends StatementCheck {
    InvalidServicePrincipal() {
        super(ofOurs(
                "INVALID_SERVICE_PRINCIPAL",
                Severity.ERROR,
                "A principal of the type Service is no name of a service.",
                "Write a name such as ec2.amazonaws.com.",
                "reference_policies_elements_principal.html#principal-services"));
    }

    @Override
    void run(StatementAt statement, CheckContext context, Report report) {
        statement.anyPrincipals().stream()
                .filter(principal -> principal.type() == PrincipalType.SERVICE)
                .forEach(principal -> principal
                        .id()
                        .text()
                        .filter(id -> !ArnFields.isOpen(id) && !id.matches("[a-z0-9-]+(\\.[a-z0-9-]+)+"))
                        .ifPresent(id -> report.add(principal.path(), Quote.of(id) + " is no name of a service")));
    }
}
