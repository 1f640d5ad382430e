// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import io.github.dkpbootstrap.policy.finding.Severity;

/**
 * {@code INVALID_ACTION}, ERROR: an action that cannot be meant as it stands, because it has not the form of one, or
 * because one character makes it an action of the catalogue. AWS's check also reports what is far from every action;
 * that can be newer than the catalogue, and is {@link UnknownAction} here.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-error-invalid-action">
 *     Invalid action</a>
 */
final class InvalidAction extends ActionCheck {
    /** How many edits a slip of the keyboard is. Of the actions of the catalogue 1 in 100 is so near to another. */
    static final int SLIP = 1;

    InvalidAction() {
        super(ofAws(
                "INVALID_ACTION",
                Severity.ERROR,
                "An action is misspelt, or has not the form service:Name.",
                "Write the action as AWS lists it, such as ec2:RunInstances."));
    }

    @Override
    void run(ActionText action, String path, Report report) {
        if (!action.isWellFormed()) {
            report.add(path, "%s is no action: it has not the form service:Name".formatted(Quote.of(action.text())));
        } else if (action.isUnknownToItsService()) {
            action.near(SLIP)
                    .ifPresent(near -> report.add(
                            path,
                            "%s is no action as of %s, but %s is"
                                    .formatted(
                                            Quote.of(action.text()),
                                            action.catalogue().date(),
                                            Quote.of(near))));
        }
    }
}
