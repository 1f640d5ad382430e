// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.deploy;

import java.util.Optional;

/** What is done about a stack, given its status and what is asked; {@link DecisionTable} says when. */
public enum StackDecision {
    /** There is no stack: make it. */
    CREATE,
    /** There is the shell of a stack that was never made: make it by a change set, for nothing else is legal. */
    CREATE_REVIEWED,
    /** The stack is at rest: compare, and change it where it differs. */
    UPDATE,
    /** The stack never came to be and can only be deleted: read why, delete it, make it anew. */
    RECREATE,
    /** As {@link #RECREATE}, but only if the spec says so, for something may be left that a person wants to see. */
    RECREATE_IF_ASKED,
    /** An update failed and stands where it stopped: roll it back, then decide again. */
    ROLL_BACK,
    /** A rollback failed: continue it, then decide again. Never deleted: the resources are in use. */
    CONTINUE_ROLLBACK,
    /** Import what exists. */
    IMPORT,
    /** The stack is at rest: delete it. */
    DELETE,
    /** There is the shell of a stack that was never made: delete it, unless a change set of others waits in it. */
    DELETE_SHELL,
    /** There is nothing to delete. */
    NOTHING,
    /** An operation is in flight: follow it to its end, then decide again. */
    WAIT,
    /** The stack is stuck and takes a person's decision: say what is wrong, do nothing. */
    REFUSE;

    /** Returns what {@code goal} asks for in this status; {@code status} is empty where there is no stack. */
    public static StackDecision of(StackGoal goal, Optional<String> status) {
        return DecisionTable.decide(goal, status);
    }
}
