// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import io.github.dkpbootstrap.policy.finding.Severity;
import java.util.Optional;

/**
 * {@code WILDCARD_IN_SERVICE_NAME}, SUGGESTION. The service of an ARN has a wildcard.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-suggestion-wildcard-in-service-name">
 *     Wildcard in service name</a>
 */
final class WildcardInServiceName extends ArnCheck {
    WildcardInServiceName() {
        super(ofAws(
                "WILDCARD_IN_SERVICE_NAME",
                Severity.SUGGESTION,
                "The service of an ARN has a wildcard.",
                "Name the service."));
    }

    @Override
    Optional<String> problem(ArnFields arn, CheckContext context) {
        boolean more = arn.fields().size() > 3;
        return more && (arn.service().contains("*") || arn.service().contains("?"))
                ? Optional.of("The service " + Quote.of(arn.service())
                        + " has a wildcard, so that the entry matches nothing or too much")
                : Optional.empty();
    }
}
