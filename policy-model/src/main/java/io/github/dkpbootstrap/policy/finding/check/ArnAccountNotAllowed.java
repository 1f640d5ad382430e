// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import io.github.dkpbootstrap.policy.finding.Severity;
import java.util.Optional;

/**
 * {@code ARN_ACCOUNT_NOT_ALLOWED}, ERROR. An ARN of a bucket or object has an account.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-error-arn-account-not-allowed">
 *     Arn account not allowed</a>
 */
final class ArnAccountNotAllowed extends ArnCheck {
    ArnAccountNotAllowed() {
        super(ofAws(
                "ARN_ACCOUNT_NOT_ALLOWED",
                Severity.ERROR,
                "An ARN of a bucket or object has an account.",
                "Leave the account empty."));
    }

    @Override
    Optional<String> problem(ArnFields arn, CheckContext context) {
        boolean bucket = arn.service().equals("s3") && ArnRegionNotAllowed.isBucket(arn);
        return bucket && AccountText.isId(arn.account())
                ? Optional.of("ARNs of buckets and objects have no account")
                : Optional.empty();
    }
}
