// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.cloudformation;

import io.github.dkpbootstrap.testkit.internal.query.Form;
import io.github.dkpbootstrap.testkit.internal.query.ServiceError;
import java.util.Set;

/** In which statuses a stack may be updated and deleted. */
final class UpdateRules {
    private static final Set<String> STABLE = Set.of(
            "CREATE_COMPLETE",
            "UPDATE_COMPLETE",
            "UPDATE_ROLLBACK_COMPLETE",
            "IMPORT_COMPLETE",
            "IMPORT_ROLLBACK_COMPLETE");
    private static final Set<String> LEFT = Set.of("CREATE_FAILED", "UPDATE_FAILED");
    private static final Set<String> NOT_TO_BE_DELETED = Set.of(
            "UPDATE_IN_PROGRESS",
            "UPDATE_COMPLETE_CLEANUP_IN_PROGRESS",
            "UPDATE_ROLLBACK_IN_PROGRESS",
            "UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS",
            "IMPORT_IN_PROGRESS",
            "IMPORT_ROLLBACK_IN_PROGRESS");

    private UpdateRules() {}

    /** Refuses an update that the stack's status does not allow. */
    static void check(Stack stack, Form form) {
        String status = stack.status();
        if (STABLE.contains(status)) {
            return;
        }
        if (!LEFT.contains(status)) {
            throw ServiceError.validation(
                    "Stack:%s is in %s state and can not be updated.".formatted(stack.id(), status));
        }
        if (stack.isLeftOnFailure() && status.equals("CREATE_FAILED")) {
            throw ServiceError.validation("This stack cannot be updated from [" + status
                    + "] state because it contains [on-failure: DO_NOTHING]. Please use disable-rollback option "
                    + "instead during stack creation.");
        }
        if (!form.isTrue("DisableRollback")) {
            throw ServiceError.validation("This stack is currently in a non-terminal [" + status
                    + "] state. To update the stack from this state, please use the disable-rollback parameter with "
                    + "update-stack API. To rollback to the last known good state, use the rollback-stack API");
        }
    }

    /** Refuses a change set that could not be executed in the stack's status. */
    static void checkChangeSet(Stack stack) {
        if (!STABLE.contains(stack.status()) && !LEFT.contains(stack.status())) {
            throw ServiceError.validation(
                    "Stack:%s is in %s state and can not be updated.".formatted(stack.id(), stack.status()));
        }
    }

    /** Refuses a deletion that the stack's status does not allow. */
    static void checkDeletion(Stack stack) {
        if (NOT_TO_BE_DELETED.contains(stack.status())) {
            throw ServiceError.validation(
                    "Stack [%s] cannot be deleted while in status %s".formatted(stack.id(), stack.status()));
        }
    }
}
