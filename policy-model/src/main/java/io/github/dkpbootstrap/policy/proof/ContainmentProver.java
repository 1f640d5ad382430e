// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.proof;

import io.github.dkpbootstrap.policy.PolicyDocument;
import io.github.dkpbootstrap.policy.internal.SecretKeys;
import io.github.dkpbootstrap.policy.proof.Proof.Cause;
import io.github.dkpbootstrap.policy.proof.Proof.Proven;
import io.github.dkpbootstrap.policy.proof.Proof.Refuted;
import io.github.dkpbootstrap.policy.proof.Proof.Unknown;
import io.github.dkpbootstrap.policy.proof.Readings.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Proves that one document permits no request that another one does not, or finds such a request. Immutable and
 * thread-safe.
 */
public final class ContainmentProver {
    /** What a search may cost unless said otherwise: some seconds and some hundred megabytes at the very worst. */
    public static final long DEFAULT_STEPS = 2_000_000;

    private static final int MAX_ASSIGNMENTS = 64;
    private static final int SHARE_OF_SHORTCUTS = 10;
    private static final String SOMEONE = "someone";

    private final DocumentKind kind;
    private final long steps;
    private final Supplier<List<KnownAction>> knownActions;

    /**
     * Creates a prover.
     *
     * @param steps the budget of one proof
     * @param knownActions actions to prefer in a counterexample; asked only where there is one
     */
    public ContainmentProver(DocumentKind kind, long steps, Supplier<List<KnownAction>> knownActions) {
        this.kind = kind;
        this.steps = steps;
        this.knownActions = knownActions;
    }

    /** Returns a prover with the default budget that knows no actions. */
    public static ContainmentProver of(DocumentKind kind) {
        return new ContainmentProver(kind, DEFAULT_STEPS, List::of);
    }

    /** Returns whether {@code narrow} permits nothing that {@code wide} does not, however open rules are read. */
    public Proof prove(PolicyDocument narrow, PolicyDocument wide) {
        return prove(narrow, wide, Attempt::underEveryReading);
    }

    /** As {@link #prove}, with open rules read as {@code docs/semantics.md} says. */
    public Proof proveAsDocumented(PolicyDocument narrow, PolicyDocument wide) {
        return prove(narrow, wide, attempt -> attempt.under(Readings.CHOSEN));
    }

    private Proof prove(PolicyDocument narrow, PolicyDocument wide, Function<Attempt, Proof> how) {
        try {
            Documents documents = new Documents(narrow, wide, kind, steps / SHARE_OF_SHORTCUTS);
            return documents.canTellApart() ? how.apply(new Attempt(documents, new Budget(steps))) : new Proven();
        } catch (Budget.SpentException e) {
            return new Unknown(Cause.BUDGET, "the budget of " + steps + " steps is spent");
        }
    }

    /** Returns whether both documents permit the same, proven in both directions. */
    public boolean areEqual(PolicyDocument one, PolicyDocument other) {
        return prove(one, other).isProven() && prove(other, one).isProven();
    }

    /** One proof, with its budget. */
    private final class Attempt {
        private final Documents documents;
        private final Budget budget;
        private final Set<String> variableKeys;
        private final Map<Assumptions, SearchParts> parts = new HashMap<>();

        Attempt(Documents documents, Budget budget) {
            this.documents = documents;
            this.budget = budget;
            this.variableKeys = documents.variableKeys();
        }

        Proof underEveryReading() {
            Proof chosen = under(Readings.CHOSEN);
            Set<Rule> rules = documents.rulesThatMatter();
            if (chosen instanceof Unknown || rules.isEmpty()) {
                return chosen;
            }
            for (Readings readings : Readings.others(rules)) {
                Proof other = chosen instanceof Refuted refuted && variableKeys.isEmpty()
                        ? still(refuted.witness(), readings)
                        : under(readings);
                if (other instanceof Unknown unknown && unknown.cause() != Cause.READING) {
                    return other;
                }
                if (other.isProven() != chosen.isProven()) {
                    String numbers = readings.otherwise().stream()
                            .map(Rule::number)
                            .sorted()
                            .collect(Collectors.joining(" and "));
                    return new Unknown(Cause.READING, "rule " + numbers);
                }
            }
            return chosen;
        }

        /** Tries the action and resource of one reading first: under most others they tell the documents apart too. */
        private Proof still(Witness witness, Readings readings) {
            ContainmentSearch search = search(readings, VariableValues.unknown(), OpenParts.AGAINST_THE_SEARCH);
            return search.runWith(witness).<Proof>map(Refuted::new).orElseGet(() -> under(readings));
        }

        Proof under(Readings readings) {
            if (!variableKeys.isEmpty()) {
                return withVariables(readings);
            }
            ContainmentSearch sure = search(readings, VariableValues.unknown(), OpenParts.AGAINST_THE_SEARCH);
            Optional<Proof> refuted = refuted(sure, readings);
            if (refuted.isPresent()) {
                return refuted.get();
            }
            if (sure.isExact()) {
                return proven(sure);
            }
            ContainmentSearch either = search(readings, VariableValues.unknown(), OpenParts.EITHER_WAY);
            return either.run().isPresent() ? open() : proven(either);
        }

        /** Proves it for whatever values variables have, or refutes it for some that are tried. */
        private Proof withVariables(Readings readings) {
            ContainmentSearch either = search(readings, VariableValues.unknown(), OpenParts.EITHER_WAY);
            if (either.run().isEmpty()) {
                return proven(either);
            }
            for (VariableValues values : assignments()) {
                Optional<Proof> refuted = refuted(search(readings, values, OpenParts.AGAINST_THE_SEARCH), readings);
                if (refuted.isPresent()) {
                    return refuted.get();
                }
            }
            return new Unknown(Cause.VARIABLE, "the values of " + String.join(" and ", variableKeys));
        }

        private ContainmentSearch search(Readings readings, VariableValues values, OpenParts openParts) {
            SearchParts shared = parts.computeIfAbsent(
                    new Assumptions(values, openParts),
                    each -> new SearchParts(documents.statements(), kind, each, budget));
            return new ContainmentSearch(shared, readings);
        }

        /** Prefers an action that is known to exist to the shortest one. */
        private Optional<Proof> refuted(ContainmentSearch search, Readings readings) {
            Optional<Witness> witness = search.run();
            if (witness.isPresent() && readings.equals(Readings.CHOSEN)) {
                List<KnownAction> known = knownActions.get();
                Optional<Witness> shortest = witness;
                witness = search.runWith(known).or(() -> shortest).map(search::polished);
            }
            return witness.map(Refuted::new);
        }

        private Proof proven(ContainmentSearch search) {
            return search.isComplete()
                    ? new Proven()
                    : new Unknown(Cause.UNWRITABLE, "numbers or dates that are too long to be written");
        }

        private Proof open() {
            return documents.hasIntrinsics()
                    ? new Unknown(Cause.INTRINSIC, "an intrinsic that has no text yet")
                    : new Unknown(Cause.MIXED_TYPES, "a key that is compared as text and as another type");
        }

        /**
         * Returns values for the variables: a stranger's, none, and those that conditions on their keys ask for, unless
         * those are secret: they would show in a resource.
         */
        private List<VariableValues> assignments() {
            List<Map<String, Optional<String>>> assignments = new ArrayList<>(List.of(Map.of()));
            for (String key : variableKeys) {
                List<Optional<String>> values = new ArrayList<>(List.of(Optional.of(SOMEONE), Optional.empty()));
                if (!SecretKeys.isSecret(key)) {
                    documents.plainValues(key).forEach(value -> values.add(Optional.of(value)));
                }
                List<Map<String, Optional<String>>> longer = new ArrayList<>();
                for (Optional<String> value : values) {
                    for (Map<String, Optional<String>> assignment : assignments) {
                        Map<String, Optional<String>> more = new HashMap<>(assignment);
                        more.put(key, value);
                        longer.add(more);
                    }
                }
                assignments = longer.subList(0, Math.min(longer.size(), MAX_ASSIGNMENTS));
            }
            return assignments.stream().map(VariableValues::of).collect(Collectors.toList());
        }
    }
}
