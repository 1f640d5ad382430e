// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sweep;

/** What may be otherwise than without the fault in the end, although the verb was called again. */
enum Leftover {
    /** Nothing. */
    NOTHING,
    /** The number of stacks that ever had the name: each plan of a stack that is not there makes a shell, and deletes it. */
    SHELLS,
    /** A change set of ours, and its shell, that nobody closes: its process stopped, or may not. */
    OUR_PLAN,
    /**
     * The status of the stack: where names may not be looked up, CloudFormation finds out that one is taken, and rolls the
     * update back.
     */
    STATUS;

    /** Returns what must be the same all the same. */
    Picture rest(Picture picture) {
        return switch (this) {
            case NOTHING -> picture;
            case SHELLS -> picture.withoutShells();
            case OUR_PLAN -> picture.withoutShells().withoutPlans();
            case STATUS -> picture.withoutStatuses();
        };
    }

    static Leftover of(Case play, Baseline baseline) {
        if (play.scenario().goal() == Goal.PLAN) {
            return ofPlan(play, baseline);
        }
        boolean adoptionRefused =
                play.scenario().goal() == Goal.ADOPT && play.fault().kind() == Fault.Kind.REFUSAL;
        if (adoptionRefused && !hidesNames(play, baseline)) {
            return SHELLS; // an import that may not be executed takes its shell with it, and the next one makes another
        }
        return hidesNames(play, baseline) ? STATUS : NOTHING;
    }

    /** Returns whether a name may not be looked up that is taken: for all that is known then, it is free. */
    static boolean hidesNames(Case play, Baseline baseline) {
        return play.fault().kind() == Fault.Kind.REFUSAL
                && baseline.actions().get(play.call() - 1).startsWith("iam:")
                && baseline.result().outcome().equals("ResourceNameTakenException");
    }

    private static Leftover ofPlan(Case play, Baseline baseline) {
        int closing = baseline.actions().indexOf("cloudformation:DeleteChangeSet");
        boolean mayNotClose = play.fault().kind() == Fault.Kind.REFUSAL && closing >= 0 && play.call() >= closing;
        return mayNotClose || play.fault().kind() == Fault.Kind.STOP ? OUR_PLAN : SHELLS;
    }
}
