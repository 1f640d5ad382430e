// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sweep;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which cases are played. Every scenario is played without a fault; of them, those are disturbed whose calls, result and
 * goal are not those of another: to create, to update and to change nothing are the same wherever a stack is made anew, and
 * of several goals that come to an update, the one that touches the role stands for all. Every call of a scenario is
 * disturbed, but of polls in a row the first two and the last. What comes after the effect of a call that only reads is left
 * out: it is the same as what comes before.
 *
 * <ul>
 *   <li>Transient faults: deployments and destructions with every kind on every call, with our retries alone, and again with
 *       one kind for each call, in turn, with the SDK's retries too, which hide nearly all. What else there is (adopting,
 *       planning, changing nothing, specs that allow more): with one kind for each call, in turn, with our retries alone.
 *   <li>Refusals: every call of all.
 *   <li>Processes that stop, before and after the effect: every call of all; of calls in a row that only read, and between
 *       which no time passes, the last: a process that stops at an earlier one leaves the very same behind.
 * </ul>
 */
final class Selection {
    private static final Set<Goal> DEPLOYING = EnumSet.of(Goal.CREATE, Goal.UPDATE, Goal.NO_CHANGE);
    /** Before these, time may pass. */
    private static final Set<String> POLLS =
            Set.of("cloudformation:DescribeStackEvents", "cloudformation:DescribeChangeSet");

    private static final Set<Goal> FULL = EnumSet.of(Goal.CREATE, Goal.UPDATE, Goal.DESTROY);

    private final Collection<Baseline> baselines;

    Selection(Map<Scenario, Baseline> baselines) {
        this.baselines = distinct(baselines.values());
    }

    List<Case> of(Fault.Kind kind) {
        List<Case> cases = new ArrayList<>();
        for (Baseline baseline : baselines) {
            for (int call : baseline.calls()) {
                if (kind == Fault.Kind.STOP && leavesTheSameAsTheNext(baseline.actions(), call)) {
                    continue;
                }
                cases.addAll(onCall(baseline, call, Fault.of(kind)));
            }
        }
        return cases;
    }

    private static boolean leavesTheSameAsTheNext(List<String> actions, int call) {
        return call < actions.size()
                && Findings.isReading(actions.get(call - 1))
                && Findings.isReading(actions.get(call))
                && !POLLS.contains(actions.get(call));
    }

    private static List<Case> onCall(Baseline baseline, int call, List<Fault> all) {
        Scenario scenario = baseline.scenario();
        boolean reads = Findings.isReading(baseline.actions().get(call - 1));
        List<Fault> faults =
                all.stream().filter(fault -> !reads || !fault.isAfterEffect()).toList();
        boolean inFull = scenario.knob() == Knob.PLAIN && FULL.contains(scenario.goal());
        int turn = call + scenario.toString().length();
        List<Case> cases = new ArrayList<>();
        if (all.get(0).kind() != Fault.Kind.TRANSIENT || inFull) {
            faults.forEach(fault -> cases.add(new Case(scenario, call, fault, Retries.OURS)));
        } else {
            cases.add(new Case(scenario, call, faults.get(turn % faults.size()), Retries.OURS));
        }
        if (all.get(0).kind() == Fault.Kind.TRANSIENT && inFull) {
            cases.add(new Case(scenario, call, faults.get(turn % faults.size()), Retries.SDK_AND_OURS));
        }
        return cases;
    }

    private static Collection<Baseline> distinct(Collection<Baseline> baselines) {
        Map<List<Object>, Baseline> distinct = new LinkedHashMap<>();
        for (Baseline baseline : baselines) {
            Scenario scenario = baseline.scenario();
            boolean deploys = DEPLOYING.contains(scenario.goal());
            boolean updates = baseline.result().outcome().equals("UPDATED");
            List<Object> seen = List.of(
                    deploys ? "deploy" : scenario.goal(),
                    scenario.status(),
                    scenario.knob(),
                    baseline.result().outcome(),
                    deploys && updates ? "update" : baseline.actions());
            distinct.merge(seen, baseline, (one, other) -> other.scenario().goal() == Goal.UPDATE ? other : one);
        }
        return distinct.values();
    }
}
