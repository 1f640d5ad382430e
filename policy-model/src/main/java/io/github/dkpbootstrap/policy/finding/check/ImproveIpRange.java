// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import io.github.dkpbootstrap.policy.Comparison.Family;
import io.github.dkpbootstrap.policy.finding.Severity;
import java.util.Optional;

/**
 * {@code IMPROVE_IP_RANGE}, SUGGESTION. A range of addresses has bits beyond its length.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-suggestion-improve-ip-range">
 *     Improve ip range</a>
 */
final class ImproveIpRange extends ValueCheck {
    ImproveIpRange() {
        super(
                ofAws(
                        "IMPROVE_IP_RANGE",
                        Severity.SUGGESTION,
                        "A range of addresses has bits beyond its length.",
                        "Write the range without them."),
                Family.IP);
    }

    @Override
    Optional<String> problem(String value, ConditionAt condition) {
        return IpRange.of(value)
                .filter(IpRange::hasHostBits)
                .map(range -> condition.quote(value) + " means " + range.masked());
    }
}
