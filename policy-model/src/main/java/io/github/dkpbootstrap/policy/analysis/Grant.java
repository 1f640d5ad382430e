// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.analysis;

/** How a statement of a resource policy names the caller, from not at all to the strongest; see rule 21. */
enum Grant {
    /** Not named, or the statement does not match. */
    NONE,
    /** By the account, which hands the decision to the account's own policies. */
    ACCOUNT,
    /** By the role of the session: boundary and session policies still limit. */
    ROLE,
    /** By the user or session itself, or with everyone: the caller's own policies can only deny. */
    DIRECT;

    static Grant of(boolean direct) {
        return direct ? DIRECT : NONE;
    }

    Grant or(Grant other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
