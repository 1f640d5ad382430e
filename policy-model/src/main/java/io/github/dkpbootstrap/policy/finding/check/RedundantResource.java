// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import io.github.dkpbootstrap.policy.finding.Severity;

/**
 * {@code REDUNDANT_RESOURCE}, SUGGESTION. Another entry of the list covers a resource.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-suggestion-redundant-resource">
 *     Redundant resource</a>
 */
final class RedundantResource extends StatementCheck {
    RedundantResource() {
        super(ofAws(
                "REDUNDANT_RESOURCE",
                Severity.SUGGESTION,
                "Another entry of the list covers a resource.",
                "Remove the resource, or the entry that covers it if it is too wide."));
    }

    @Override
    void run(StatementAt statement, CheckContext context, Report report) {
        Redundancy.find(
                statement.anyResources(),
                new ResourceCover(),
                (resource, other) -> report.add(
                        resource.path(),
                        Redundancy.message(
                                resource.value().value(), other.value().value())));
    }
}
