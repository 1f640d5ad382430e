// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sweep;

import io.github.dkpbootstrap.testkit.LocalCall;
import java.util.ArrayList;
import java.util.List;

/**
 * A scenario while nothing else goes wrong.
 *
 * @param scenario what it is
 * @param result what it came to
 * @param before what there was before
 * @param after what there was afterwards
 * @param actions the calls that it took
 */
record Baseline(Scenario scenario, Result result, Picture before, Picture after, List<String> actions) {
    static Baseline of(Rig rig, Scenario scenario) {
        SweptAccount account = new SweptAccount(rig, scenario);
        Picture before = account.picture();
        account.heal();
        Result result = account.act(Retries.OURS);
        List<String> actions = account.calls().stream().map(LocalCall::action).toList();
        return new Baseline(scenario, result, before, account.picture(), actions);
    }

    /** Returns the numbers of the calls that are worth a fault: of polls in a row, the first two and the last. */
    List<Integer> calls() {
        List<Integer> calls = new ArrayList<>();
        for (int i = 0; i < actions.size(); i++) {
            if (alike(i, -1) < 2 || alike(i, 1) < 1) {
                calls.add(i + 1);
            }
        }
        return calls;
    }

    /** Returns how many calls in a row, in one direction, are the same as this one. */
    private int alike(int index, int step) {
        int count = 0;
        for (int i = index + step; i >= 0 && i < actions.size(); i += step) {
            if (!actions.get(i).equals(actions.get(index))) {
                return count;
            }
            count++;
        }
        return count;
    }
}
