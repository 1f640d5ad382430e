// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import io.github.dkpbootstrap.policy.finding.Severity;
import io.github.dkpbootstrap.policy.internal.JsonPath;

/**
 * {@code MISSING_VERSION}, WARNING. The document has no Version.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-general-warning-missing-version">
 *     Missing version</a>
 */
final class MissingVersion extends DocumentCheck {
    MissingVersion() {
        super(ofAws(
                "MISSING_VERSION",
                Severity.WARNING,
                "The document has no Version.",
                "Add \"Version\": \"2012-10-17\" in front of the statements."));
    }

    @Override
    void run(CheckContext context, Report report) {
        if (context.document().version().isEmpty()) {
            report.add(
                    JsonPath.ROOT, "The document has no Version, so it counts as 2008-10-17, without policy variables");
        }
    }
}
