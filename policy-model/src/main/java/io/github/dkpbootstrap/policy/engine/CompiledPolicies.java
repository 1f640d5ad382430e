// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.engine;

import io.github.dkpbootstrap.policy.Effect;
import io.github.dkpbootstrap.policy.Intrinsic;
import io.github.dkpbootstrap.policy.analysis.PolicySet;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** The statements of a policy set, indexed by the questions that a decision asks. Immutable. */
final class CompiledPolicies {
    private final List<CompiledStatement> statements;
    private final StatementIndex[] denies;
    private final StatementIndex[] serviceControlLevels;
    private final StatementIndex resource;
    private final StatementIndex identity;
    private final StatementIndex boundary;
    private final StatementIndex session;

    CompiledPolicies(PolicySet policies) {
        statements = new PolicySetReader(policies).statements();
        denies = new StatementIndex[] {
            denies(layer -> layer == Layer.RESOURCE_CONTROL || layer == Layer.RESOURCE),
            denies(layer -> layer == Layer.SERVICE_CONTROL),
            denies(Layer::isOwn)
        };
        serviceControlLevels = IntStream.range(0, policies.serviceControl().size())
                .mapToObj(level -> allows(Layer.SERVICE_CONTROL, level))
                .toArray(StatementIndex[]::new);
        resource = allows(Layer.RESOURCE, 0);
        identity = allows(Layer.IDENTITY, 0);
        boundary = allows(Layer.BOUNDARY, 0);
        session = allows(Layer.SESSION, 0);
    }

    private StatementIndex denies(Predicate<Layer> layers) {
        return new StatementIndex(statements.stream()
                .filter(statement -> statement.effect() == Effect.DENY && layers.test(statement.layer()))
                .toList());
    }

    private StatementIndex allows(Layer layer, int level) {
        return new StatementIndex(statements.stream()
                .filter(statement -> statement.effect() == Effect.ALLOW)
                .filter(statement ->
                        statement.layer() == layer && statement.place().level() == level)
                .toList());
    }

    /** Returns all statements, in the order in which explanations list them. */
    List<CompiledStatement> statements() {
        return statements;
    }

    /** Returns the intrinsic of the first statement that is there for the caller and that one leaves open. */
    Intrinsic firstOpen(RequestView request) {
        return statements.stream()
                .filter(statement -> statement.layer().appliesTo(request.caller()))
                .filter(statement -> statement.span(request).isOpen())
                .flatMap(statement -> Intrinsics.first(statement.place().statement()).stream())
                .findFirst()
                .orElseThrow();
    }

    /** Rule 20a, for the policies that are there for this caller. */
    boolean deny(RequestView request, Assumption assumption) {
        CallerView caller = request.caller();
        return denies[0].applies(request, assumption)
                || (caller.hasAccount() && denies[1].applies(request, assumption))
                || (caller.hasOwnPolicies() && denies[2].applies(request, assumption));
    }

    /** Returns whether a level of service control policies allows nothing of this (rule 20c). */
    boolean isOutsideServiceControl(RequestView request, Assumption assumption) {
        for (StatementIndex level : serviceControlLevels) {
            if (!level.applies(request, assumption)) {
                return true;
            }
        }
        return false;
    }

    Grade grantOfResourcePolicy(RequestView request, Assumption assumption) {
        return resource.strongest(request, assumption);
    }

    boolean isAllowedByIdentity(RequestView request, Assumption assumption) {
        return identity.applies(request, assumption);
    }

    boolean isAllowedByBoundary(RequestView request, Assumption assumption) {
        return boundary.applies(request, assumption);
    }

    boolean isAllowedBySession(RequestView request, Assumption assumption) {
        return session.applies(request, assumption);
    }
}
