// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.deploy;

/**
 * An operation that is to be followed.
 *
 * @param operation what it is
 * @param stackId the ARN of its stack
 * @param history the stack's events from its start on
 * @param owner whose it is
 */
record Pursuit(StackOperation operation, String stackId, StackHistory history, Owner owner) {
    /** Who asked for the operation. */
    enum Owner {
        /** This deployment, perhaps in an earlier process. */
        US,
        /** Somebody else. */
        OTHERS
    }

    static Pursuit ours(StackOperation operation, String stackId, StackHistory history) {
        return new Pursuit(operation, stackId, history, Owner.US);
    }

    static Pursuit foreign(String stackId, StackHistory history) {
        return new Pursuit(StackOperation.READ, stackId, history, Owner.OTHERS);
    }
}
