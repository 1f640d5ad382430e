// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import io.github.dkpbootstrap.policy.Comparison;
import io.github.dkpbootstrap.policy.finding.Severity;

/**
 * {@code PRIVATE_IP_ADDRESS}, ERROR. All addresses of a condition on aws:SourceIp are private, so that it never holds.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-error-private-ip-address">
 *     Private ip address</a>
 */
final class PrivateIpAddress extends PrivateAddresses {
    PrivateIpAddress() {
        super(
                ofAws(
                        "PRIVATE_IP_ADDRESS",
                        Severity.ERROR,
                        "All addresses of a condition on aws:SourceIp are private, so that it never holds.",
                        "Use public addresses, or aws:VpcSourceIp."),
                Comparison.IP_ADDRESS);
    }

    @Override
    boolean concerns(long addresses, int values) {
        return addresses > 0 && addresses == values;
    }
}
