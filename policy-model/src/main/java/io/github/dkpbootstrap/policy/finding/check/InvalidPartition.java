// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import io.github.dkpbootstrap.policy.finding.Severity;
import java.util.Optional;

/**
 * {@code INVALID_PARTITION}, ERROR. The partition of an ARN does not exist.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-error-invalid-partition">
 *     Invalid partition</a>
 */
final class InvalidPartition extends ArnCheck {
    InvalidPartition() {
        super(ofAws(
                "INVALID_PARTITION",
                Severity.ERROR,
                "The partition of an ARN does not exist.",
                "Write aws, aws-cn, aws-us-gov or the like, or \"*\"."));
    }

    @Override
    Optional<String> problem(ArnFields arn, CheckContext context) {
        return ArnFields.isOpen(arn.partition()) || arn.partition().matches("aws(-[a-z0-9]+)*")
                ? Optional.empty()
                : Optional.of(Quote.of(arn.partition()) + " is no partition");
    }
}
