// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import io.github.dkpbootstrap.policy.Comparison;
import io.github.dkpbootstrap.policy.finding.Severity;

/**
 * {@code PRIVATE_NOT_IP_ADDRESS}, ERROR. All addresses of a negated condition on aws:SourceIp are private, so that it always holds.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-error-private-not-ip-address">
 *     Private not ip address</a>
 */
final class PrivateNotIpAddress extends PrivateAddresses {
    PrivateNotIpAddress() {
        super(
                ofAws(
                        "PRIVATE_NOT_IP_ADDRESS",
                        Severity.ERROR,
                        "All addresses of a negated condition on aws:SourceIp are private, so that it always "
                                + "holds.",
                        "Use public addresses, or aws:VpcSourceIp."),
                Comparison.NOT_IP_ADDRESS);
    }

    @Override
    boolean concerns(long addresses, int values) {
        return addresses > 0 && addresses == values;
    }
}
