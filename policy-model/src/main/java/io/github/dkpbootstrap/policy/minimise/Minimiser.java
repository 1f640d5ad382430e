// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.minimise;

import io.github.dkpbootstrap.policy.PolicyDocument;
import io.github.dkpbootstrap.policy.catalogue.Catalogue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Makes documents smaller. Each step saves characters and is proved, on the statements that it changes, to permit the same
 * before and after; what is not proved is not done. Only wildcards, where asked for, rest on a catalogue instead. Ends where no rule has such a step left. Immutable and thread-safe if
 * the proof is.
 */
public final class Minimiser {
    private final EqualityProof proof;
    private final List<Rule> rules;
    private final Optional<Catalogue> wildcards;

    /** Creates a minimiser. */
    public Minimiser(EqualityProof proof, Options options) {
        this.proof = proof;
        List<Rule> all = new ArrayList<>();
        if (options.sids() == Options.Sids.DROP) {
            all.add(new SidRule());
        }
        all.addAll(List.of(
                new ShapeRule(),
                new OwnCoverRule(),
                new CoverRule(),
                new MergeRule(),
                new FactorRule(),
                new CoverTogetherRule()));
        this.rules = List.copyOf(all);
        this.wildcards = options.wildcards();
    }

    /** Returns a document that permits the same and is not larger. */
    public Reduction minimise(PolicyDocument document) {
        Workbench bench = new Workbench(document, proof);
        minimise(bench);
        return new Reduction(bench.document(), bench.steps());
    }

    void minimise(Workbench bench) {
        do {
            reduce(bench);
        } while (wildcards.map(catalogue -> shrink(bench, catalogue)).orElse(false));
        bench.unbracket();
    }

    private void reduce(Workbench bench) {
        boolean changed = true;
        while (changed) {
            changed = false;
            for (Rule rule : rules) {
                while (pass(bench, rule)) {
                    changed = true;
                }
            }
        }
    }

    private static boolean shrink(Workbench bench, Catalogue catalogue) {
        List<Rewrite> proposals =
                new WildcardRule(catalogue).proposals(bench.open()).collect(Collectors.toList());
        proposals.forEach(rewrite -> bench.make(rewrite, Optional.of(catalogue.date())));
        return !proposals.isEmpty();
    }

    /** Makes the proposals of a rule that can be proved, those that save most first; returns whether there were any. */
    private static boolean pass(Workbench bench, Rule rule) {
        List<Rewrite> proposals = rule.proposals(bench.open())
                .filter(rewrite -> rewrite.saved() > 0)
                .sorted(Comparator.comparingInt(Rewrite::saved).reversed())
                .collect(Collectors.toList());
        return proposals.stream().filter(bench::makeProved).count() > 0;
    }
}
