// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.analysis;

import io.github.dkpbootstrap.policy.PolicyDocument;
import io.github.dkpbootstrap.policy.PolicyTarget;
import io.github.dkpbootstrap.policy.minimise.EqualityProof;
import io.github.dkpbootstrap.policy.minimise.Fitting;
import io.github.dkpbootstrap.policy.minimise.Minimiser;
import io.github.dkpbootstrap.policy.minimise.Options;
import io.github.dkpbootstrap.policy.minimise.Reduction;
import io.github.dkpbootstrap.policy.minimise.Step;
import java.util.List;
import java.util.stream.Collectors;

/** Makes documents smaller, in the words of this package. */
final class Reductions {
    /** Most steps change two statements, whose proof is small; one that is not is not worth the time. */
    private static final int SHARE = 10;

    private final PolicyTarget target;
    private final EqualityProof proof;
    private final Options options;

    Reductions(PolicyTarget target, long steps, ReductionOptions options) {
        this.target = target;
        this.proof = EqualityProof.by(target, steps / SHARE);
        this.options = new Options(sids(options.sids()), options.wildcards());
    }

    Minimised minimise(PolicyDocument document) {
        Reduction reduction = new Minimiser(proof, options).minimise(document);
        return Minimised.of(reduction.document(), steps(reduction.steps()));
    }

    Fit fit(PolicyDocument document) {
        Fitting.Fitted fitted = new Fitting(proof, options).fit(document, target);
        return Fit.of(fitted.documents(), steps(fitted.steps()));
    }

    private static Options.Sids sids(ReductionOptions.Sids sids) {
        return switch (sids) {
            case KEEP -> Options.Sids.KEEP;
            case DROP -> Options.Sids.DROP;
        };
    }

    private static List<ReductionStep> steps(List<Step> steps) {
        return steps.stream().map(Reductions::step).collect(Collectors.toList());
    }

    private static ReductionStep step(Step step) {
        return ReductionStep.builder()
                .kind(kind(step.kind()))
                .statements(step.statements())
                .description(step.what())
                .savedCharacters(step.saved())
                .catalogueDate(step.catalogueDate())
                .build();
    }

    private static ReductionStep.Kind kind(Step.Kind kind) {
        return switch (kind) {
            case SID -> ReductionStep.Kind.SID;
            case SHAPE -> ReductionStep.Kind.SHAPE;
            case SUBSUME -> ReductionStep.Kind.SUBSUME;
            case MERGE -> ReductionStep.Kind.MERGE;
            case FACTOR -> ReductionStep.Kind.FACTOR;
            case WILDCARD -> ReductionStep.Kind.WILDCARD;
            case SPLIT -> ReductionStep.Kind.SPLIT;
        };
    }
}
