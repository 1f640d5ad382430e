// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import io.github.dkpbootstrap.policy.finding.Severity;
import java.util.Optional;

/**
 * {@code ARN_REGION_NOT_ALLOWED}, ERROR. An ARN of a service without Regions has one.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-error-arn-region-not-allowed">
 *     Arn region not allowed</a>
 */
final class ArnRegionNotAllowed extends ArnCheck {
    ArnRegionNotAllowed() {
        super(ofAws(
                "ARN_REGION_NOT_ALLOWED",
                Severity.ERROR,
                "An ARN of a service without Regions has one.",
                "Leave the Region empty."));
    }

    @Override
    Optional<String> problem(ArnFields arn, CheckContext context) {
        boolean global = arn.service().equals("iam") || (arn.service().equals("s3") && isBucket(arn));
        return global && !arn.region().isEmpty() && !ArnFields.isOpen(arn.region())
                ? Optional.of("ARNs of " + arn.service() + " have no Region")
                : Optional.empty();
    }

    /** Returns whether this is a bucket or object: other resources of S3 have names with a type and an account. */
    static boolean isBucket(ArnFields arn) {
        return !arn.resource()
                        .matches("(accesspoint|access-grants|async-request|job|storage-lens|storage-lens-group)[/:].*")
                && !ArnFields.isOpen(arn.resource().split("[/:]", 2)[0]);
    }
}
