// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import io.github.dkpbootstrap.policy.Comparison.Family;
import io.github.dkpbootstrap.policy.finding.Severity;
import java.util.Optional;

/**
 * {@code TYPE_MISMATCH_IP_RANGE}, ERROR. A value of an IP operator is no range of addresses.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-error-type-mismatch-ip-range">
 *     Type mismatch ip range</a>
 */
final class TypeMismatchIpRange extends ValueCheck {
    TypeMismatchIpRange() {
        super(
                ofAws(
                        "TYPE_MISMATCH_IP_RANGE",
                        Severity.ERROR,
                        "A value of an IP operator is no range of addresses.",
                        "Write an address or a range such as 203.0.113.0/24."),
                Family.IP);
    }

    @Override
    Optional<String> problem(String value, ConditionAt condition) {
        return value.contains("${") || IpRange.of(value).isPresent()
                ? Optional.empty()
                : Optional.of(condition.quote(value) + " is no range of addresses for " + condition.operator());
    }
}
