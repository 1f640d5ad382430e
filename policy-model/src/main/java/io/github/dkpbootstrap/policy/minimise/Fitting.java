// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.minimise;

import io.github.dkpbootstrap.policy.PolicyDocument;
import io.github.dkpbootstrap.policy.PolicyTarget;
import io.github.dkpbootstrap.policy.PolicyTooLargeException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Brings a document within the size of a target: as it is, made smaller, or spread over several documents. Does no more
 * than is needed. Immutable and thread-safe if the proof is.
 */
public final class Fitting {
    private final EqualityProof proof;
    private final Minimiser minimiser;

    /** Creates a fitting. */
    public Fitting(EqualityProof proof, Options options) {
        this.proof = proof;
        this.minimiser = new Minimiser(proof, options);
    }

    /**
     * Documents that together permit the same as the given one.
     *
     * @param documents at least one, each within the size of the target
     * @param steps what was done, in this order
     */
    public record Fitted(List<PolicyDocument> documents, List<Step> steps) {
        /** Copies the lists. */
        public Fitted {
            documents = List.copyOf(documents);
            steps = List.copyOf(steps);
        }
    }

    /**
     * Returns documents for the target.
     *
     * @throws PolicyTooLargeException if there are none
     */
    public Fitted fit(PolicyDocument document, PolicyTarget target) {
        int max = target.maxCharacters().orElse(Integer.MAX_VALUE);
        if (document.quotaCharacters() <= max) {
            return new Fitted(List.of(document), List.of());
        }
        Workbench bench = new Workbench(document, proof);
        minimiser.minimise(bench);
        if (bench.document().quotaCharacters() <= max) {
            return new Fitted(List.of(bench.document()), bench.steps());
        }
        if (!isSpreadable(target)) {
            throw tooLarge(target, bench.document(), largest(bench));
        }
        Optional<Part> tooLarge = new Splitter(bench, max).split();
        if (tooLarge.isPresent()) {
            Part part = tooLarge.get();
            throw tooLarge(target, bench.document(List.of(part.statement())), part);
        }
        return new Fitted(new Packing(bench, max).documents(), bench.steps());
    }

    /** Returns whether several documents of a target count together, without a common size. */
    private static boolean isSpreadable(PolicyTarget target) {
        return switch (target) {
            case MANAGED_POLICY, SERVICE_CONTROL_POLICY, RESOURCE_CONTROL_POLICY -> true;
            case INLINE_ROLE_POLICY,
                    INLINE_GROUP_POLICY,
                    INLINE_USER_POLICY,
                    SESSION_POLICY,
                    TRUST_POLICY,
                    RESOURCE_POLICY -> false;
        };
    }

    private static Part largest(Workbench bench) {
        return bench.parts().stream().max(Comparator.comparingInt(Part::size)).orElseThrow();
    }

    private static PolicyTooLargeException tooLarge(PolicyTarget target, PolicyDocument smallest, Part largest) {
        return new PolicyTooLargeException(
                target, smallest.quotaCharacters(), largest.origins().first(), largest.size());
    }
}
