// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import io.github.dkpbootstrap.policy.finding.Severity;
import java.util.Optional;

/**
 * {@code INVALID_ARN_REGION}, ERROR. The Region of an ARN does not exist.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-error-invalid-arn-region">
 *     Invalid arn region</a>
 */
final class InvalidArnRegion extends ArnCheck {
    InvalidArnRegion() {
        super(ofAws(
                "INVALID_ARN_REGION",
                Severity.ERROR,
                "The Region of an ARN does not exist.",
                "Write the code of a Region such as us-west-2, or \"*\"."));
    }

    @Override
    Optional<String> problem(ArnFields arn, CheckContext context) {
        return arn.region().isEmpty()
                        || ArnFields.isOpen(arn.region())
                        || arn.region().matches("[a-z]{2,4}(-[a-z]+){1,2}-\\d{1,2}|aws-global")
                ? Optional.empty()
                : Optional.of(Quote.of(arn.region()) + " is no Region");
    }
}
