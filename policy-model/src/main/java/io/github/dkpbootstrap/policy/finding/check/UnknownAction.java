// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import io.github.dkpbootstrap.policy.finding.Severity;

/**
 * {@code UNKNOWN_ACTION}, WARNING: the catalogue has no such action of that service, and none that is a slip away. The
 * action can be newer than the catalogue. An id of our own: AWS knows all of its actions and reports each other one as
 * {@code INVALID_ACTION}.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html">Action</a>
 */
final class UnknownAction extends ActionCheck {
    private static final int NEAR = 4;

    UnknownAction() {
        super(ofOurs(
                "UNKNOWN_ACTION",
                Severity.WARNING,
                "The catalogue has no such action of that service; it can be newer.",
                "Look the action up, and use a newer catalogue if it exists.",
                "reference_policies_elements_action.html"));
    }

    @Override
    void run(ActionText action, String path, Report report) {
        if (action.isUnknownToItsService() && action.near(InvalidAction.SLIP).isEmpty()) {
            String nearest =
                    action.near(NEAR).map(near -> "; near is " + Quote.of(near)).orElse("");
            report.add(
                    path,
                    "%s covers no action that the catalogue of %s knows%s"
                            .formatted(
                                    Quote.of(action.text()), action.catalogue().date(), nearest));
        }
    }
}
