// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.catalogue;

/**
 * What an action does to its service, as AWS groups them.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_understand-policy-summary-access-level-summaries.html">
 *     Access levels</a>
 */
public enum AccessLevel {
    /** Tells which resources there are, not what is in them. */
    LIST,
    /** Reads a resource, and changes nothing. */
    READ,
    /** Creates, changes or deletes a resource. */
    WRITE,
    /** Changes nothing but tags. Policies that decide by tags make it as strong as {@link #PERMISSIONS_MANAGEMENT}. */
    TAGGING,
    /** Grants or changes permissions. */
    PERMISSIONS_MANAGEMENT
}
