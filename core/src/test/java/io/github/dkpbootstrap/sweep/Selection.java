// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sweep;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which cases are played. Every scenario is played without a fault; of them, those are disturbed whose calls, result and
 * goal are not those of another (to create, to update and to change nothing are the same wherever a stack is made anew).
 * Every call of a scenario is disturbed, but of polls in a row the first two and the last.
 *
 * <ul>
 *   <li>Transient faults with our retries alone: every kind on every call; for plans, which are no part of the promise,
 *       every call with one kind, in turn.
 *   <li>Transient faults with the SDK's retries too, which hide nearly all: every call with one kind, in turn.
 *   <li>Refusals, and processes that stop before and after the effect: every call.
 * </ul>
 */
final class Selection {
    private final Collection<Baseline> baselines;

    Selection(Map<Scenario, Baseline> baselines) {
        this.baselines = distinct(baselines.values());
    }

    List<Case> of(Fault.Kind kind) {
        List<Case> cases = new ArrayList<>();
        for (Baseline baseline : baselines) {
            for (int call : baseline.calls()) {
                cases.addAll(onCall(baseline.scenario(), call, Fault.of(kind)));
            }
        }
        return cases;
    }

    private static List<Case> onCall(Scenario scenario, int call, List<Fault> faults) {
        if (faults.get(0).kind() != Fault.Kind.TRANSIENT) {
            return faults.stream()
                    .map(fault -> new Case(scenario, call, fault, Retries.OURS))
                    .toList();
        }
        int turn = call + scenario.toString().length();
        List<Fault> ours = scenario.goal() == Goal.PLAN ? List.of(faults.get(turn % faults.size())) : faults;
        List<Case> cases = new ArrayList<>();
        ours.forEach(fault -> cases.add(new Case(scenario, call, fault, Retries.OURS)));
        cases.add(new Case(scenario, call, faults.get((turn + 1) % faults.size()), Retries.SDK_AND_OURS));
        return cases;
    }

    private static Collection<Baseline> distinct(Collection<Baseline> baselines) {
        Map<List<Object>, Baseline> distinct = new LinkedHashMap<>();
        Set<Goal> deploying = new HashSet<>(Arrays.asList(Goal.CREATE, Goal.UPDATE, Goal.NO_CHANGE));
        for (Baseline baseline : baselines) {
            Scenario scenario = baseline.scenario();
            boolean deploys = deploying.contains(scenario.goal());
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
