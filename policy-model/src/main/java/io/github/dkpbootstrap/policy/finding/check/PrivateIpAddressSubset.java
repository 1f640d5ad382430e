// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import io.github.dkpbootstrap.policy.Comparison;
import io.github.dkpbootstrap.policy.finding.Severity;

/**
 * {@code PRIVATE_IP_ADDRESS_SUBSET}, SUGGESTION. Some addresses of a condition on aws:SourceIp are private.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-suggestion-private-ip-address-subset">
 *     Private ip address subset</a>
 */
final class PrivateIpAddressSubset extends PrivateAddresses {
    PrivateIpAddressSubset() {
        super(
                ofAws(
                        "PRIVATE_IP_ADDRESS_SUBSET",
                        Severity.SUGGESTION,
                        "Some addresses of a condition on aws:SourceIp are private.",
                        "Remove them, or ask for them by aws:VpcSourceIp."),
                Comparison.IP_ADDRESS);
    }

    @Override
    boolean concerns(long addresses, int values) {
        return addresses > 0 && addresses < values;
    }
}
