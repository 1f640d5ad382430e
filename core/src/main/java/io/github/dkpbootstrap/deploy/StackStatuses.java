// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.deploy;

/** How CloudFormation's statuses of stacks are to be read. */
final class StackStatuses {
    static final String REVIEW_IN_PROGRESS = "REVIEW_IN_PROGRESS";
    static final String DELETE_COMPLETE = "DELETE_COMPLETE";
    private static final String IN_PROGRESS = "_IN_PROGRESS";

    private StackStatuses() {}

    /** Returns whether a stack enters this status when somebody asks for an operation. */
    static boolean startsOperation(String status) {
        return status.endsWith(IN_PROGRESS)
                && !status.contains("ROLLBACK")
                && !status.contains("CLEANUP")
                && !status.equals(REVIEW_IN_PROGRESS);
    }

    /** Returns whether an operation ends with this status; a stack under review is at rest, but nothing has ended. */
    static boolean endsOperation(String status) {
        return DecisionTable.atRest(status) && !status.equals(REVIEW_IN_PROGRESS);
    }

    /** Returns whether an operation that goes this way may still be what its caller asked for. */
    static boolean mayStillSucceed(String status) {
        return startsOperation(status) || status.equals("UPDATE_COMPLETE_CLEANUP_IN_PROGRESS");
    }
}
