// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sweep;

import io.github.dkpbootstrap.testkit.LocalCall;
import java.util.List;
import java.util.Set;

/** Plays a case and holds it against its baseline. */
final class Run {
    private final Case play;
    private final Baseline baseline;
    private final SweptAccount account;
    private final Findings findings = new Findings();
    private final Goal goal;
    private final String expected;

    private Run(Rig rig, Case play, Baseline baseline) {
        this.play = play;
        this.baseline = baseline;
        this.goal = play.scenario().goal();
        this.expected = baseline.result().outcome();
        this.account = new SweptAccount(rig, play.scenario());
    }

    /** Returns what is wrong; nothing if all is well. */
    static List<String> of(Rig rig, Case play, Baseline baseline) {
        Run run = new Run(rig, play, baseline);
        run.first();
        run.settle();
        run.end();
        return run.findings.all();
    }

    private void first() {
        account.disturb(play.call(), play.fault());
        Result result = account.act(play.retries());
        findings.touchesOursAlone(account.calls());
        account.heal();
        switch (play.fault().kind()) {
            case TRANSIENT -> {
                findings.outcome("with the fault", Set.of(expected), result);
            }
            case REFUSAL -> {
                findings.check(
                        result.outcome().equals(expected)
                                || result.isTypedError()
                                || (goal == Goal.PLAN && Leftover.hidesNames(play, baseline)),
                        "with the fault: expected a typed error or " + expected + ", got " + result);
                again(result.outcome().equals(expected));
            }
            case STOP -> {
                findings.outcome("with the fault", Set.of(ProcessStopped.class.getSimpleName()), result);
                again(false);
            }
        }
    }

    /** Calls the verb again, without the fault: it goes on from wherever it stood. */
    private void again(boolean reached) {
        boolean done = reached || account.picture().equals(baseline.after());
        account.heal();
        Result result = account.act(play.retries());
        findings.outcome("again", done ? Set.of(goal.settled(expected)) : continued(), result);
        findings.touchesOursAlone(account.calls());
    }

    /** An adoption whose first step was done is an update when it is called again. */
    private Set<String> continued() {
        return expected.equals("ADOPTED") ? Set.of(expected, "UPDATED") : Set.of(expected);
    }

    /** Calls the verb once more: there is nothing left to do. */
    private void settle() {
        account.heal();
        Result result = account.act(play.retries());
        List<LocalCall> calls = account.calls();
        findings.outcome("once more", Set.of(goal.settled(expected)), result);
        if (goal.writes() && result.failure().isEmpty()) {
            findings.writesNothing("once more", calls);
        }
    }

    private void end() {
        Leftover leftover = Leftover.of(play, baseline);
        findings.same("in the end", leftover.rest(baseline.after()), leftover.rest(account.picture()));
    }
}
