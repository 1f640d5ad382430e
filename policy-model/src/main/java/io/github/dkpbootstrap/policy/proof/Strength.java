// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.proof;

/** How strongly a statement names a caller, from not at all to the strongest (rule 21). */
public enum Strength {
    /** Not at all. */
    NONE,
    /** By the account: the caller's own policies must allow too. */
    ACCOUNT,
    /** By the role: boundary and session policies still limit. */
    ROLE,
    /** By itself, or with everyone: nothing else must allow. */
    DIRECT;

    boolean reaches(Strength wanted) {
        return compareTo(wanted) >= 0;
    }
}
