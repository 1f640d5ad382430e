// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.deploy;

import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;

/**
 * What a request asks for in each status that a stack can have: a table, and nothing but a table.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/view-stack-events.html">Stack status
 *     codes</a>
 */
public enum StackDecision {
    /** There is no stack: make it. */
    CREATE,
    /** The stack is at rest: compare, and change it where it differs. */
    UPDATE,
    /** The stack never came to be and can only be deleted: read why, delete it, make it anew. */
    RECREATE,
    /** The stack is at rest: delete it. */
    DELETE,
    /** There is nothing to delete. */
    NOTHING,
    /** An operation is in flight: follow it to its end, then decide again. */
    WAIT,
    /** The stack is stuck and takes a person's decision: say what is wrong, do nothing. */
    REFUSE;

    private static final Map<StackStatus, StackDecision> DEPLOY = Map.ofEntries(
            Map.entry(StackStatus.CREATE_COMPLETE, UPDATE),
            Map.entry(StackStatus.CREATE_FAILED, REFUSE),
            Map.entry(StackStatus.CREATE_IN_PROGRESS, WAIT),
            Map.entry(StackStatus.DELETE_COMPLETE, CREATE),
            Map.entry(StackStatus.DELETE_FAILED, REFUSE),
            Map.entry(StackStatus.DELETE_IN_PROGRESS, WAIT),
            Map.entry(StackStatus.IMPORT_COMPLETE, UPDATE),
            Map.entry(StackStatus.IMPORT_IN_PROGRESS, WAIT),
            Map.entry(StackStatus.IMPORT_ROLLBACK_COMPLETE, UPDATE),
            Map.entry(StackStatus.IMPORT_ROLLBACK_FAILED, REFUSE),
            Map.entry(StackStatus.IMPORT_ROLLBACK_IN_PROGRESS, WAIT),
            Map.entry(StackStatus.REVIEW_IN_PROGRESS, REFUSE),
            Map.entry(StackStatus.ROLLBACK_COMPLETE, RECREATE),
            Map.entry(StackStatus.ROLLBACK_FAILED, REFUSE),
            Map.entry(StackStatus.ROLLBACK_IN_PROGRESS, WAIT),
            Map.entry(StackStatus.UPDATE_COMPLETE, UPDATE),
            Map.entry(StackStatus.UPDATE_COMPLETE_CLEANUP_IN_PROGRESS, WAIT),
            Map.entry(StackStatus.UPDATE_FAILED, REFUSE),
            Map.entry(StackStatus.UPDATE_IN_PROGRESS, WAIT),
            Map.entry(StackStatus.UPDATE_ROLLBACK_COMPLETE, UPDATE),
            Map.entry(StackStatus.UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS, WAIT),
            Map.entry(StackStatus.UPDATE_ROLLBACK_FAILED, REFUSE),
            Map.entry(StackStatus.UPDATE_ROLLBACK_IN_PROGRESS, WAIT));

    /** Returns what deploying asks for; {@code status} is empty where there is no stack. */
    public static StackDecision toDeploy(Optional<String> status) {
        return status.map(text -> DEPLOY.getOrDefault(StackStatus.fromValue(text), unknown(text)))
                .orElse(CREATE);
    }

    /** Returns what destroying asks for; {@code status} is empty where there is no stack. */
    public static StackDecision toDestroy(Optional<String> status) {
        if (status.isEmpty() || status.get().equals("DELETE_COMPLETE")) {
            return NOTHING;
        }
        boolean moving = toDeploy(status) == WAIT;
        return moving ? WAIT : DELETE;
    }

    private static StackDecision unknown(String status) {
        return status.endsWith("_IN_PROGRESS") ? WAIT : REFUSE;
    }
}
