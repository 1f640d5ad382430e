// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sweep;

import java.util.List;

/** Holds a scenario without a fault against the table, and against what must be so after every call. */
final class BaselineCheck {
    private static final int RESOURCES = 3;

    private BaselineCheck() {}

    /** Returns what is wrong; nothing if all is well. */
    static List<String> of(Baseline baseline) {
        Scenario scenario = baseline.scenario();
        Picture after = baseline.after();
        String expected = SectionThree.expected(scenario);
        Findings findings = new Findings();
        findings.check(
                baseline.result().outcome().equals(expected),
                scenario + ": expected " + expected + ", got " + baseline.result());
        findings.check(
                after.bystanders().equals(baseline.before().bystanders())
                        && !after.bystanders().isEmpty(),
                scenario + ": what belongs to others was touched: " + after.bystanders());
        boolean abandoned = scenario.knob() == Knob.OWN_PLAN && scenario.goal() == Goal.PLAN;
        findings.check(abandoned || !after.hasOurChangeSet(), scenario + ": a change set of ours is left");
        switch (expected) {
            case "CREATED", "UPDATED", "UNCHANGED", "ADOPTED" ->
                findings.check(
                        (expected.equals("UNCHANGED") ? after.isAtRest() : after.isDone())
                                && after.resources() == RESOURCES,
                        scenario + ": expected a stack that is well and its three resources, got " + after);
            case "DESTROYED", "ABSENT" ->
                findings.check(
                        after.status().isEmpty() && after.resources() == 0,
                        scenario + ": expected neither stack nor resource, got " + after);
            default -> {}
        }
        return findings.all();
    }
}
