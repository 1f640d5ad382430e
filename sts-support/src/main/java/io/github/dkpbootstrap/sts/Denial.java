// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sts;

/**
 * Whether a role was denied, and whether that may pass. IAM is known everywhere only some time after it was changed: seconds
 * as a rule, a minute at times.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot.html#troubleshoot_general_eventual-consistency">
 *     Changes that I make are not always immediately visible</a>
 */
public enum Denial {
    /** AWS did not deny the role: it answered something else, or nothing. */
    NOT_DENIED,
    /** AWS denied the role, and a role or policy that was made or changed a moment ago can be the whole reason. */
    PERHAPS_NOT_YET_KNOWN,
    /**
     * AWS denied the role and waiting does not help: a policy denies it explicitly, the code of the MFA device was not taken,
     * the root user asked, or it was denied for the whole {@link DkpSession.Builder#denialBudget}.
     */
    PERMANENT
}
