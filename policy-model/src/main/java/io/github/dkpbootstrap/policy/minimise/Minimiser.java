// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.minimise;

import io.github.dkpbootstrap.policy.PolicyDocument;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Makes documents smaller. Each step saves characters and is proved, on the statements that it changes, to permit the same
 * before and after; what is not proved is not done. Ends where no rule has such a step left. Immutable and thread-safe if
 * the proof is.
 */
public final class Minimiser {
    private final EqualityProof proof;
    private final List<Rule> rules;

    /** Creates a minimiser. */
    public Minimiser(EqualityProof proof, Options options) {
        this.proof = proof;
        List<Rule> all = new ArrayList<>();
        if (options.sids() == Options.Sids.DROP) {
            all.add(new SidRule());
        }
        all.addAll(List.of(new ShapeRule(), new OwnCoverRule(), new CoverRule(), new MergeRule(), new FactorRule()));
        this.rules = List.copyOf(all);
    }

    /** Returns a document that permits the same and is not larger. */
    public Reduction minimise(PolicyDocument document) {
        Workbench bench = new Workbench(document, proof);
        minimise(bench);
        return new Reduction(bench.document(), bench.steps());
    }

    void minimise(Workbench bench) {
        boolean changed = true;
        while (changed) {
            changed = false;
            for (Rule rule : rules) {
                while (step(bench, rule)) {
                    changed = true;
                }
            }
        }
        bench.unbracket();
    }

    /** Makes the proved proposal of a rule that saves most. */
    private static boolean step(Workbench bench, Rule rule) {
        List<Rewrite> proposals = rule.proposals(bench.open())
                .filter(rewrite -> rewrite.saved() > 0)
                .sorted(Comparator.comparingInt(Rewrite::saved).reversed())
                .collect(Collectors.toList());
        return proposals.stream().anyMatch(bench::makeProved);
    }
}
