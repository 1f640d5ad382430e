// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap;

import io.github.dkpbootstrap.iam.IdentityReader;
import java.util.OptionalInt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * How many managed policies one user or group can have attached: 10, and up to 20 where AWS has raised the account's quota.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html">IAM quotas</a>
 */
final class AttachmentLimits {
    private static final Logger LOG = LoggerFactory.getLogger(AttachmentLimits.class);
    private static final int LOWEST = 10;
    /** What AWS raises it to at most: whoever has as many has no room, whatever the account's quota is. */
    private static final int HIGHEST = 20;

    private final IdentityReader iam;

    AttachmentLimits(IdentityReader iam) {
        this.iam = iam;
    }

    /**
     * Returns the account's quota; the highest there is where it may not be read, so that AWS decides. Who has so few that any
     * quota is enough is not asked for.
     */
    int of(PolicyHolder holder, int attached) {
        if (attached < LOWEST) {
            return LOWEST;
        }
        String key =
                holder instanceof PolicyHolder.User ? "AttachedPoliciesPerUserQuota" : "AttachedPoliciesPerGroupQuota";
        return summary(key).orElse(HIGHEST);
    }

    private OptionalInt summary(String key) {
        try {
            return iam.summary(key);
        } catch (AwsServiceException e) {
            LOG.warn(
                    "How many policies can be attached could not be read, AWS will tell (needs iam:GetAccountSummary): {}",
                    e.getMessage());
            return OptionalInt.empty();
        }
    }
}
