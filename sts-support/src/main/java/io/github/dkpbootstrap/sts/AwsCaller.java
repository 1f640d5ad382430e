// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sts;

import io.github.dkpbootstrap.policy.Arn;

/**
 * Whom AWS takes credentials for: the ARN and the unique id, {@code AROA…:SESSION} for a session of a role.
 *
 * @see <a href="https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html">GetCallerIdentity</a>
 */
record AwsCaller(Arn arn, String userId) {
    private static final String SESSION = "assumed-role/";

    /** Returns whether these are credentials of a session of some role. */
    boolean isSessionOfARole() {
        return isSessionOfARole(arn);
    }

    /** Returns whether these are credentials of a session of {@code role}: its account, its partition, its name. */
    boolean isSessionOf(Arn role) {
        return isSessionOf(arn, role);
    }

    static boolean isSessionOfARole(Arn arn) {
        return arn.service().equals("sts") && arn.resource().startsWith(SESSION);
    }

    /** A session's ARN leaves out the path of its role, and names are unique in an account without it. */
    static boolean isSessionOf(Arn arn, Arn role) {
        return isSessionOfARole(arn)
                && arn.partition().equals(role.partition())
                && arn.account().equals(role.account())
                && arn.resource().startsWith(SESSION + role.resourceName() + "/");
    }
}
