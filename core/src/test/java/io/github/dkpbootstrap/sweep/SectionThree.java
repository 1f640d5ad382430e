// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sweep;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What each goal comes to from each status while nothing else goes wrong: the table of stack statuses in the facts about
 * AWS that this library was planned by, column by column. It knows nothing of the library's own decision table. Where an
 * error stands, the comment names the row that says so; no other error is ever right.
 */
final class SectionThree {
    private static final String CREATED = "CREATED";
    private static final String UPDATED = "UPDATED";
    private static final String UNCHANGED = "UNCHANGED";
    private static final String ADOPTED = "ADOPTED";
    private static final String DESTROYED = "DESTROYED";
    private static final String ABSENT = "ABSENT";
    private static final String FAILS = "StackOperationException";
    private static final String BUSY = "StackBusyException";
    private static final String REFUSED = "AdoptionRefusedException";
    private static final String TAKEN = "ResourceNameTakenException";

    /**
     * A row.
     *
     * @param differing what deploying another template comes to
     * @param same what deploying the template comes to that the stack was made of
     * @param adopt what adopting comes to; for a stack that has the resources already that is the update
     * @param destroy what destroying comes to
     * @param plan what planning comes to
     */
    private record Row(String status, String differing, String same, String adopt, String destroy, String plan) {
        String of(Goal goal) {
            return switch (goal) {
                case CREATE, UPDATE -> differing;
                case NO_CHANGE -> same;
                case ADOPT -> adopt;
                case DESTROY -> destroy;
                case PLAN -> plan;
            };
        }
    }

    private static final List<Row> ROWS = List.of(
            // (absent) / DELETE_COMPLETE: create.
            new Row(Scenario.NO_STACK, CREATED, CREATED, ADOPTED, ABSENT, "CREATE"),
            new Row("DELETE_COMPLETE", CREATED, CREATED, ADOPTED, ABSENT, "CREATE"),
            // REVIEW_IN_PROGRESS: as absent; leave foreign change sets, delete the shell only if it has none: to
            // destroy it
            // would delete the foreign one, so BUSY.
            new Row("REVIEW_IN_PROGRESS", CREATED, CREATED, ADOPTED, BUSY, "CREATE"),
            // CREATE_IN_PROGRESS: foreign: wait; then as CREATE_COMPLETE. Legal meanwhile: DeleteStack.
            new Row("CREATE_IN_PROGRESS", UPDATED, UNCHANGED, UPDATED, DESTROYED, "UPDATE"),
            // CREATE_COMPLETE, UPDATE_COMPLETE, IMPORT_COMPLETE: update.
            new Row("CREATE_COMPLETE", UPDATED, UNCHANGED, UPDATED, DESTROYED, "UPDATE"),
            new Row("UPDATE_COMPLETE", UPDATED, UNCHANGED, UPDATED, DESTROYED, "UPDATE"),
            // What was imported carries a DeletionPolicy that our template has not: it differs always.
            new Row("IMPORT_COMPLETE", UPDATED, UPDATED, UPDATED, DESTROYED, "UPDATE"),
            // UPDATE_ROLLBACK_COMPLETE: update; the stack is back at the template that it was made of.
            new Row("UPDATE_ROLLBACK_COMPLETE", UPDATED, UNCHANGED, UPDATED, DESTROYED, "UPDATE"),
            // IMPORT_ROLLBACK_COMPLETE: update; but the policy that was not imported has the name that the update would
            // need
            // (fact 10: names are checked before any resource is touched), so TAKEN; to adopt takes it in. It is
            // attached to
            // the role from outside the stack, which keeps the role from being deleted (DELETE_FAILED: name the
            // blocker).
            new Row("IMPORT_ROLLBACK_COMPLETE", TAKEN, TAKEN, ADOPTED, FAILS, TAKEN),
            // CREATE_FAILED (rollback off): diagnose, delete, recreate; only if the spec asks, else it FAILS. A plan
            // FAILS too.
            new Row("CREATE_FAILED", FAILS, FAILS, FAILS, DESTROYED, FAILS),
            // ROLLBACK_IN_PROGRESS: wait, then as ROLLBACK_COMPLETE.
            new Row("ROLLBACK_IN_PROGRESS", CREATED, CREATED, REFUSED, DESTROYED, "RECREATE"),
            // ROLLBACK_COMPLETE: delete, recreate once. Its resources are gone: to adopt them is REFUSED.
            new Row("ROLLBACK_COMPLETE", CREATED, CREATED, REFUSED, DESTROYED, "RECREATE"),
            // ROLLBACK_FAILED: the same as CREATE_FAILED: only if the spec asks, else it FAILS.
            new Row("ROLLBACK_FAILED", FAILS, FAILS, FAILS, DESTROYED, FAILS),
            // UPDATE_IN_PROGRESS: follow, then as UPDATE_COMPLETE. Legal meanwhile: DeleteStack.
            new Row("UPDATE_IN_PROGRESS", UPDATED, UNCHANGED, UPDATED, DESTROYED, "UPDATE"),
            // UPDATE_COMPLETE_CLEANUP_IN_PROGRESS: wait.
            new Row("UPDATE_COMPLETE_CLEANUP_IN_PROGRESS", UPDATED, UNCHANGED, UPDATED, DESTROYED, "UPDATE"),
            // UPDATE_FAILED (rollback off): RollbackStack to the tags before the failed update, then update. No change
            // set is
            // legal, and plans and imports repair nothing: they FAIL.
            new Row("UPDATE_FAILED", UPDATED, UPDATED, FAILS, DESTROYED, FAILS),
            // UPDATE_ROLLBACK_IN_PROGRESS, ..._COMPLETE_CLEANUP_IN_PROGRESS: wait, then as UPDATE_ROLLBACK_COMPLETE.
            new Row("UPDATE_ROLLBACK_IN_PROGRESS", UPDATED, UNCHANGED, UPDATED, DESTROYED, "UPDATE"),
            new Row("UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS", UPDATED, UNCHANGED, UPDATED, DESTROYED, "UPDATE"),
            // UPDATE_ROLLBACK_FAILED: continue, then as UPDATE_ROLLBACK_COMPLETE. No change set is legal: plan and
            // adopt
            // FAIL.
            new Row("UPDATE_ROLLBACK_FAILED", UPDATED, UNCHANGED, FAILS, DESTROYED, FAILS),
            // DELETE_IN_PROGRESS: wait, then create. Then nothing is there that could be adopted.
            new Row("DELETE_IN_PROGRESS", CREATED, CREATED, REFUSED, DESTROYED, "CREATE"),
            // DELETE_FAILED: DeleteStack alone is legal; what it holds is deleted only if the spec asks, else it FAILS.
            new Row("DELETE_FAILED", FAILS, FAILS, FAILS, DESTROYED, FAILS),
            // IMPORT_IN_PROGRESS: wait, then as IMPORT_COMPLETE.
            new Row("IMPORT_IN_PROGRESS", UPDATED, UPDATED, UPDATED, DESTROYED, "UPDATE"),
            // IMPORT_ROLLBACK_IN_PROGRESS: wait, then as IMPORT_ROLLBACK_COMPLETE.
            new Row("IMPORT_ROLLBACK_IN_PROGRESS", TAKEN, TAKEN, ADOPTED, FAILS, TAKEN),
            // IMPORT_ROLLBACK_FAILED: stop with instructions.
            new Row("IMPORT_ROLLBACK_FAILED", FAILS, FAILS, FAILS, FAILS, FAILS));

    private static final Map<String, String> SPECIAL = Map.ofEntries(
            // CREATE_FAILED, ROLLBACK_FAILED, DELETE_FAILED: deleted and recreated where the spec asks.
            Map.entry("CREATE:CREATE_FAILED:RECREATE", CREATED),
            Map.entry("CREATE:ROLLBACK_FAILED:RECREATE", CREATED),
            Map.entry("CREATE:DELETE_FAILED:RECREATE", CREATED),
            // UPDATE_ROLLBACK_FAILED: continue without skip once; ResourcesToSkip opt-in only; never delete by itself.
            Map.entry("UPDATE:UPDATE_ROLLBACK_FAILED:STUCK", FAILS),
            Map.entry("UPDATE:UPDATE_ROLLBACK_FAILED:STUCK_SKIP", UPDATED),
            Map.entry("UPDATE:UPDATE_ROLLBACK_IN_PROGRESS:STUCK_SKIP", UPDATED),
            Map.entry("DESTROY:UPDATE_ROLLBACK_FAILED:STUCK", DESTROYED),
            // ROLLBACK_COMPLETE: refuse if termination protection is on.
            Map.entry("CREATE:ROLLBACK_COMPLETE:PROTECTED", FAILS),
            Map.entry("UPDATE:CREATE_COMPLETE:PROTECTED", UPDATED),
            // DeleteStack answers ValidationError where termination protection is on.
            Map.entry("DESTROY:CREATE_COMPLETE:PROTECTED", FAILS),
            // REVIEW_IN_PROGRESS: as absent; the shell is deleted if it has no change set of others and we made it.
            Map.entry("CREATE:REVIEW_IN_PROGRESS:OWN_PLAN", CREATED),
            Map.entry("DESTROY:REVIEW_IN_PROGRESS:OWN_PLAN", DESTROYED),
            Map.entry("PLAN:REVIEW_IN_PROGRESS:OWN_PLAN", "CREATE"));

    private SectionThree() {}

    /** Returns every scenario that the table tells of, with the result. */
    static Map<Scenario, String> all() {
        Map<Scenario, String> all = new LinkedHashMap<>();
        for (Row row : ROWS) {
            for (Goal goal : Goal.values()) {
                all.put(new Scenario(goal, row.status(), Knob.PLAIN), row.of(goal));
            }
        }
        SPECIAL.forEach((scenario, outcome) -> all.put(Scenario.parse(scenario), outcome));
        return all;
    }

    static String expected(Scenario scenario) {
        return Optional.ofNullable(all().get(scenario))
                .orElseThrow(() -> new IllegalArgumentException("Nothing is known of " + scenario));
    }

    /** Returns the statuses that scenarios start from. */
    static List<String> statuses() {
        return new ArrayList<>(ROWS.stream().map(Row::status).toList());
    }
}
