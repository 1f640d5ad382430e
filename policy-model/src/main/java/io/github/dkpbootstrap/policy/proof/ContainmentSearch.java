// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.proof;

import io.github.dkpbootstrap.policy.Effect;
import io.github.dkpbootstrap.policy.proof.ComparedStatement.Side;
import io.github.dkpbootstrap.policy.proof.WitnessCaller.Kind;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One search, under one reading of the rules and one set of assumptions, for a request that the narrow document permits and
 * the wide one does not: over callers, actions and resources by what statements they match, and at the end of each such
 * choice over the conditions of the statements that are left.
 */
final class ContainmentSearch {
    private final List<ComparedStatement> statements;
    private final DocumentKind kind;
    private final SearchParts parts;
    private final Readings readings;
    private final ConditionSpace space;
    private final ConditionSearch conditions;
    private final ElementTable resources;
    /** What is left of the statements in a choice that led to nothing. */
    private final Set<BitSet> refuted = new HashSet<>();

    ContainmentSearch(SearchParts parts, Readings readings) {
        this.parts = parts;
        this.readings = readings;
        statements = parts.statements();
        kind = parts.kind();
        space = parts.conditions(readings);
        conditions = new ConditionSearch(space, parts.budget());
        resources = parts.resources(readings);
    }

    /** Returns whether finding nothing means that there is nothing. */
    boolean isComplete() {
        return space.isComplete();
    }

    /** Returns whether nothing was open or unsure, so that the other way to take open parts finds the same. */
    boolean isExact() {
        return space.isExact() && !resources.hasOpen() && !parts.actions().hasOpen() && !parts.hasOpenNaming();
    }

    /** Searches among everything that there can be, the shortest first. */
    Optional<Witness> run() {
        List<Pair> pairs = new ArrayList<>();
        for (ElementClass action : parts.byAction()) {
            for (ElementClass resource : parts.byResource(readings)) {
                parts.budget().spend(1);
                BitSet both = (BitSet) action.statements().clone();
                both.and(resource.statements());
                pairs.add(new Pair(both, action.witness(), resource.witness()));
            }
        }
        pairs.sort(Comparator.comparingInt(Pair::length));
        return search(pairs);
    }

    /** Returns the witness with a resource that looks like one of AWS's, as far as the same statements match it. */
    Witness polished(Witness witness) {
        return new Witness(
                witness.caller(),
                witness.action(),
                polished(witness.resource()),
                witness.context(),
                witness.threshold());
    }

    private String polished(String resource) {
        BitSet statements = resources.statementsOf(resource);
        return ResourcePolish.polished(
                resource, text -> resources.statementsOf(text).equals(statements));
    }

    /**
     * Searches for a request that can be made: among actions that are known to exist, on resources that they have. The
     * resources are samples, and those that the search came upon, polished.
     */
    Optional<Witness> runWith(List<KnownAction> known) {
        refuted.clear();
        List<String> foundResources = parts.byResource(readings).stream()
                .map(each -> polished(resource(each.witness())))
                .distinct()
                .collect(Collectors.toList());
        List<Pair> pairs = new ArrayList<>();
        for (KnownAction action : known) {
            BitSet byAction = parts.actions().statementsOf(action.name());
            Stream.concat(foundResources.stream().filter(action::canBeAskedFor), action.samples().stream())
                    .forEach(resource -> pairs.add(pair(byAction, action.name(), resource)));
        }
        return search(pairs);
    }

    private Pair pair(BitSet byAction, String action, String resource) {
        parts.budget().spend(1);
        BitSet both = (BitSet) byAction.clone();
        both.and(resources.statementsOf(resource));
        return new Pair(both, action, resource);
    }

    /** Searches with the action and the resource of a witness only. */
    Optional<Witness> runWith(Witness witness) {
        refuted.clear();
        return search(List.of(
                pair(parts.actions().statementsOf(witness.action()), witness.action(), witness.resource())));
    }

    private Optional<Witness> search(List<Pair> pairs) {
        for (CallerClass caller : parts.callers()) {
            for (Strength threshold : thresholds(caller)) {
                for (Pair pair : pairs) {
                    Optional<Witness> witness = judge(caller, threshold, pair);
                    if (witness.isPresent()) {
                        return witness;
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** An action and a resource with the statements that match both. */
    private record Pair(BitSet statements, String action, String resource) {
        int length() {
            return action.length() + resource.length();
        }
    }

    /** The root user is limited by nothing but the account's word, so that only being named at all counts. */
    private List<Strength> thresholds(CallerClass caller) {
        if (!kind.namesPrincipals() || kind == DocumentKind.RESOURCE_CONTROL) {
            return List.of(Strength.DIRECT);
        }
        return caller.caller().kind() == Kind.ROOT
                ? List.of(Strength.ACCOUNT)
                : List.of(Strength.ACCOUNT, Strength.ROLE, Strength.DIRECT);
    }

    private Optional<Witness> judge(CallerClass caller, Strength threshold, Pair pair) {
        parts.budget().spend(1);
        BitSet live = live(caller, threshold, pair.statements());
        if (!refuted.add(live)) {
            return Optional.empty();
        }
        return context(live)
                .map(context ->
                        new Witness(caller.caller(), pair.action(), resource(pair.resource()), context, threshold));
    }

    /** A text that is no ARN is matched by {@code *} alone, as the resource of an action without one is. */
    private static String resource(String witness) {
        return witness.startsWith("arn:") ? witness : "*";
    }

    /** Returns the statements that apply if their conditions hold: denies that name the caller, allows strongly enough. */
    private BitSet live(CallerClass caller, Strength threshold, BitSet matching) {
        BitSet live = (BitSet) matching.clone();
        matching.stream().forEach(i -> {
            Strength strength = caller.strengths().get(i);
            boolean applies = statements.get(i).statement().effect() == Effect.DENY
                    ? strength != Strength.NONE
                    : strength.reaches(threshold);
            live.set(i, applies);
        });
        return live;
    }

    private Optional<Map<String, List<String>>> context(BitSet live) {
        List<Integer> denied = of(live, Side.NARROW, Effect.DENY);
        List<Integer> otherwiseAllowed = new ArrayList<>(denied);
        otherwiseAllowed.addAll(of(live, Side.WIDE, Effect.ALLOW));
        for (int allow : of(live, Side.NARROW, Effect.ALLOW)) {
            Optional<Map<String, List<String>>> context = conditions.context(List.of(allow), otherwiseAllowed);
            if (context.isPresent()) {
                return context;
            }
            for (int deny : of(live, Side.WIDE, Effect.DENY)) {
                context = conditions.context(List.of(allow, deny), denied);
                if (context.isPresent()) {
                    return context;
                }
            }
        }
        return Optional.empty();
    }

    private List<Integer> of(BitSet live, Side side, Effect effect) {
        return live.stream()
                .filter(i -> statements.get(i).is(side, effect))
                .boxed()
                .collect(Collectors.toList());
    }
}
