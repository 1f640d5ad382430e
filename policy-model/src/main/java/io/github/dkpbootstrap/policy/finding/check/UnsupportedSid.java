// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import io.github.dkpbootstrap.policy.PolicyTarget;
import io.github.dkpbootstrap.policy.finding.Severity;

/**
 * {@code UNSUPPORTED_SID}, ERROR. A Sid has characters that IAM and Organizations do not take.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-error-unsupported-sid">
 *     Unsupported sid</a>
 */
final class UnsupportedSid extends StatementCheck {
    UnsupportedSid() {
        super(ofAws(
                "UNSUPPORTED_SID",
                Severity.ERROR,
                "A Sid has characters that IAM and Organizations do not take.",
                "Use letters and digits only."));
    }

    @Override
    void run(StatementAt statement, CheckContext context, Report report) {
        if (context.target() != PolicyTarget.RESOURCE_POLICY) {
            statement
                    .sid()
                    .filter(sid -> !sid.matches("[A-Za-z0-9]*"))
                    .ifPresent(sid -> report.add(
                            statement.path("Sid"),
                            "The Sid " + Quote.of(sid) + " has characters other than letters and digits"));
        }
    }
}
