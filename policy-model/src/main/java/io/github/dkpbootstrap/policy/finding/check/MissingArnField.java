// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import io.github.dkpbootstrap.policy.finding.Severity;
import java.util.Optional;

/**
 * {@code MISSING_ARN_FIELD}, ERROR. An ARN has too few fields.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-error-missing-arn-field">
 *     Missing arn field</a>
 */
final class MissingArnField extends ArnCheck {
    MissingArnField() {
        super(ofAws(
                "MISSING_ARN_FIELD",
                Severity.ERROR,
                "An ARN has too few fields.",
                "Write arn:partition:service:region:account:resource."));
    }

    @Override
    Optional<String> problem(ArnFields arn, CheckContext context) {
        int fields = arn.fields().size();
        boolean open = arn.fields().get(fields - 1).endsWith("*");
        return arn.isComplete() || open
                ? Optional.empty()
                : Optional.of("The ARN has %d of %d fields".formatted(fields, ArnFields.COUNT));
    }
}
