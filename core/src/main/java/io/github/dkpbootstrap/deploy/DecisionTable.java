// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.deploy;

import static io.github.dkpbootstrap.deploy.StackDecision.CONTINUE_ROLLBACK;
import static io.github.dkpbootstrap.deploy.StackDecision.CREATE;
import static io.github.dkpbootstrap.deploy.StackDecision.CREATE_REVIEWED;
import static io.github.dkpbootstrap.deploy.StackDecision.DELETE;
import static io.github.dkpbootstrap.deploy.StackDecision.DELETE_SHELL;
import static io.github.dkpbootstrap.deploy.StackDecision.IMPORT;
import static io.github.dkpbootstrap.deploy.StackDecision.NOTHING;
import static io.github.dkpbootstrap.deploy.StackDecision.RECREATE;
import static io.github.dkpbootstrap.deploy.StackDecision.RECREATE_IF_ASKED;
import static io.github.dkpbootstrap.deploy.StackDecision.REFUSE;
import static io.github.dkpbootstrap.deploy.StackDecision.ROLL_BACK;
import static io.github.dkpbootstrap.deploy.StackDecision.UPDATE;
import static io.github.dkpbootstrap.deploy.StackDecision.WAIT;

import java.util.Map;
import java.util.Optional;

/**
 * What is done in each status that a stack can have: a table, and nothing but a table. A line for each status, a column for
 * each goal.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/view-stack-events.html">Stack status
 *     codes</a>
 */
final class DecisionTable {
    private record Row(StackDecision deploy, StackDecision destroy, StackDecision plan, StackDecision adopt) {
        StackDecision of(StackGoal goal) {
            return switch (goal) {
                case DEPLOY -> deploy;
                case DESTROY -> destroy;
                case PLAN -> plan;
                case ADOPT -> adopt;
            };
        }
    }

    private static final Row ABSENT = new Row(CREATE, NOTHING, CREATE, IMPORT);
    private static final Row AT_REST = new Row(UPDATE, DELETE, UPDATE, UPDATE);
    private static final Row MOVING = new Row(WAIT, WAIT, WAIT, WAIT);
    private static final Row STUCK = new Row(REFUSE, DELETE, REFUSE, REFUSE);

    private static final Map<String, Row> ROWS = Map.ofEntries(
            // status                                  deploy             destroy       plan      adopt
            row("REVIEW_IN_PROGRESS", new Row(CREATE_REVIEWED, DELETE_SHELL, CREATE, IMPORT)),
            row("CREATE_IN_PROGRESS", MOVING),
            row("CREATE_COMPLETE", AT_REST),
            row("CREATE_FAILED", new Row(RECREATE_IF_ASKED, DELETE, REFUSE, REFUSE)),
            row("ROLLBACK_IN_PROGRESS", MOVING),
            row("ROLLBACK_COMPLETE", new Row(RECREATE, DELETE, RECREATE, RECREATE)),
            row("ROLLBACK_FAILED", new Row(RECREATE_IF_ASKED, DELETE, REFUSE, REFUSE)),
            row("UPDATE_IN_PROGRESS", MOVING),
            row("UPDATE_COMPLETE_CLEANUP_IN_PROGRESS", MOVING),
            row("UPDATE_COMPLETE", AT_REST),
            row("UPDATE_FAILED", new Row(ROLL_BACK, DELETE, REFUSE, REFUSE)),
            row("UPDATE_ROLLBACK_IN_PROGRESS", MOVING),
            row("UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS", MOVING),
            row("UPDATE_ROLLBACK_COMPLETE", AT_REST),
            row("UPDATE_ROLLBACK_FAILED", new Row(CONTINUE_ROLLBACK, DELETE, REFUSE, REFUSE)),
            row("DELETE_IN_PROGRESS", MOVING),
            row("DELETE_COMPLETE", ABSENT),
            row("DELETE_FAILED", new Row(RECREATE_IF_ASKED, DELETE, REFUSE, REFUSE)),
            row("IMPORT_IN_PROGRESS", MOVING),
            row("IMPORT_COMPLETE", AT_REST),
            row("IMPORT_ROLLBACK_IN_PROGRESS", MOVING),
            row("IMPORT_ROLLBACK_COMPLETE", AT_REST),
            row("IMPORT_ROLLBACK_FAILED", STUCK));

    private DecisionTable() {}

    static StackDecision decide(StackGoal goal, Optional<String> status) {
        return status.map(DecisionTable::row).orElse(ABSENT).of(goal);
    }

    /** Returns whether nothing is in flight; a stack under review waits for a person and is no exception. */
    static boolean atRest(String status) {
        return !row(status).equals(MOVING);
    }

    /** CloudFormation names its statuses by one rule, so that a status of tomorrow can be read by its end. */
    private static Row row(String status) {
        Row known = ROWS.get(status);
        if (known != null) {
            return known;
        }
        if (status.endsWith("_IN_PROGRESS")) {
            return MOVING;
        }
        return status.endsWith("_COMPLETE") ? AT_REST : STUCK;
    }

    private static Map.Entry<String, Row> row(String status, Row row) {
        return Map.entry(status, row);
    }
}
