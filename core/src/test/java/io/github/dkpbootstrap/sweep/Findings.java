// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sweep;

import io.github.dkpbootstrap.testkit.LocalCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What is wrong with one run. Not thread-safe. */
final class Findings {
    private final List<String> findings = new ArrayList<>();

    void check(boolean fine, String finding) {
        if (!fine) {
            findings.add(finding);
        }
    }

    void outcome(String when, Set<String> expected, Result got) {
        check(expected.contains(got.outcome()), when + ": expected " + String.join(" or ", expected) + ", got " + got);
    }

    void same(String when, Picture expected, Picture got) {
        if (!expected.equals(got)) {
            List<String> lost = new ArrayList<>(expected.lines());
            got.lines().forEach(lost::remove);
            List<String> extra = new ArrayList<>(got.lines());
            expected.lines().forEach(extra::remove);
            findings.add(when + ": expected the account to hold " + lost + ", got " + extra);
        }
    }

    /** Nobody else's change set is deleted, and nobody's stack but ours is written to. */
    void touchesOursAlone(List<LocalCall> calls) {
        for (LocalCall call : calls) {
            String changeSet = call.parameters().getOrDefault("ChangeSetName", "dkp-");
            String stack = call.parameters().getOrDefault("StackName", SweptAccount.STACK);
            check(
                    isReading(call.action()) || (changeSet.contains("dkp-") && stack.contains(SweptAccount.STACK)),
                    call.action() + " touches " + stack + ", " + changeSet);
        }
    }

    void writesNothing(String when, List<LocalCall> calls) {
        Set<String> writes = calls.stream()
                .map(LocalCall::action)
                .filter(action -> !isReading(action))
                .collect(Collectors.toSet());
        check(writes.isEmpty(), when + ": expected no call that writes, got " + writes);
    }

    List<String> all() {
        return List.copyOf(findings);
    }

    /** Returns whether a call changes nothing. */
    static boolean isReading(String action) {
        return action.matches("[a-z]+:(Describe|Get|List).*");
    }
}
