// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import io.github.dkpbootstrap.policy.finding.Severity;

/**
 * {@code INVALID_ACTION_FORMAT}, ERROR. An action is not service:name. An id of our own.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html">
 *     The rule</a>
 */
final class InvalidActionFormat extends StatementCheck {
    InvalidActionFormat() {
        super(ofOurs(
                "INVALID_ACTION_FORMAT",
                Severity.ERROR,
                "An action is not service:name.",
                "Write the service, a colon and the name; wildcards only in the name.",
                "reference_policies_elements_action.html"));
    }

    @Override
    void run(StatementAt statement, CheckContext context, Report report) {
        statement.actionTexts().stream()
                .filter(action -> !action.value().matches("\\*|\\*:\\*|[A-Za-z0-9-]+:[^\\s:]+"))
                .forEach(action ->
                        report.add(action.path(), Quote.of(action.value()) + " is no action: expected service:name"));
    }
}
