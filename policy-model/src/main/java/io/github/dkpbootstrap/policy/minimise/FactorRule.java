// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.minimise;

import io.github.dkpbootstrap.policy.ActionPattern;
import io.github.dkpbootstrap.policy.OneOrMore;
import io.github.dkpbootstrap.policy.ResourcePattern;
import io.github.dkpbootstrap.policy.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Makes a statement of its own of the actions that two statements have in common, on the resources of both, or of the
 * resources in common, with the actions of both. Pays where what is in common is longer than what has to be said twice.
 */
final class FactorRule implements Rule {
    @Override
    public Stream<Rewrite> proposals(List<Part> parts) {
        return Pairs.of(parts)
                .filter(pair -> alike(pair.one().normal(), pair.other().normal()))
                .flatMap(pair -> Stream.concat(byActions(pair), byResources(pair)));
    }

    private static boolean alike(Statement one, Statement other) {
        return one.effect() == other.effect()
                && one.principal().equals(other.principal())
                && one.notPrincipal().equals(other.notPrincipal())
                && one.conditions().equals(other.conditions())
                && one.actions().isPresent()
                && other.actions().isPresent()
                && one.resources().isPresent()
                && other.resources().isPresent();
    }

    private static Stream<Rewrite> byActions(Pairs.Pair pair) {
        Statement one = pair.one().statement();
        Statement other = pair.other().statement();
        List<ActionPattern> common = Lists.common(actions(one), actions(other), Patterns::key);
        if (common.isEmpty()) {
            return Stream.empty();
        }
        List<Statement> to = new ArrayList<>();
        withActions(one, Lists.without(actions(one), common, Patterns::key)).ifPresent(to::add);
        withActions(other, Lists.without(actions(other), common, Patterns::key)).ifPresent(to::add);
        Join.resources(one, other).flatMap(both -> withActions(both, common)).ifPresent(to::add);
        return Stream.of(rewrite(pair, to, "made " + common.size() + " common actions a statement of their own"));
    }

    private static Stream<Rewrite> byResources(Pairs.Pair pair) {
        Statement one = pair.one().statement();
        Statement other = pair.other().statement();
        List<ResourcePattern> common = Lists.common(resources(one), resources(other), Function.identity());
        if (common.isEmpty()) {
            return Stream.empty();
        }
        List<Statement> to = new ArrayList<>();
        withResources(one, Lists.without(resources(one), common, Function.identity()))
                .ifPresent(to::add);
        withResources(other, Lists.without(resources(other), common, Function.identity()))
                .ifPresent(to::add);
        Join.actions(one, other).flatMap(both -> withResources(both, common)).ifPresent(to::add);
        return Stream.of(rewrite(pair, to, "made " + common.size() + " common resources a statement of their own"));
    }

    private static Rewrite rewrite(Pairs.Pair pair, List<Statement> to, String what) {
        return new Rewrite(Step.Kind.FACTOR, List.of(pair.one(), pair.other()), to, List.of(), what);
    }

    private static List<ActionPattern> actions(Statement statement) {
        return statement.actions().map(OneOrMore::values).orElse(List.of());
    }

    private static List<ResourcePattern> resources(Statement statement) {
        return statement.resources().map(OneOrMore::values).orElse(List.of());
    }

    private static Optional<Statement> withActions(Statement statement, List<ActionPattern> actions) {
        return Lists.shaped(actions)
                .map(list -> statement.toBuilder().actions(list).build());
    }

    private static Optional<Statement> withResources(Statement statement, List<ResourcePattern> resources) {
        return Lists.shaped(resources)
                .map(list -> statement.toBuilder().resources(list).build());
    }
}
