// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import io.github.dkpbootstrap.policy.finding.Severity;
import java.util.Optional;

/**
 * {@code INVALID_ARN_SERVICE_CASE}, ERROR. The service of an ARN is not in lower case.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-error-invalid-arn-service-case">
 *     Invalid arn service case</a>
 */
final class InvalidArnServiceCase extends ArnCheck {
    InvalidArnServiceCase() {
        super(ofAws(
                "INVALID_ARN_SERVICE_CASE",
                Severity.ERROR,
                "The service of an ARN is not in lower case.",
                "Write the service in lower case."));
    }

    @Override
    Optional<String> problem(ArnFields arn, CheckContext context) {
        return !arn.service().contains("${") && arn.service().chars().anyMatch(Character::isUpperCase)
                ? Optional.of("The service " + Quote.of(arn.service()) + " has upper case letters")
                : Optional.empty();
    }
}
