// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.access;

import io.github.dkpbootstrap.policy.analysis.AccessRequest;
import io.github.dkpbootstrap.policy.analysis.Caller;
import io.github.dkpbootstrap.policy.analysis.Decision;
import io.github.dkpbootstrap.policy.analysis.PolicyEvaluator;
import io.github.dkpbootstrap.policy.analysis.PolicySet;
import io.github.dkpbootstrap.testkit.internal.Timeline;
import io.github.dkpbootstrap.testkit.internal.iam.Entity;
import io.github.dkpbootstrap.testkit.internal.iam.IamStore;
import io.github.dkpbootstrap.testkit.internal.iam.Principal;
import io.github.dkpbootstrap.testkit.internal.iam.Role;
import io.github.dkpbootstrap.testkit.internal.query.Call;
import io.github.dkpbootstrap.testkit.internal.query.Identity;
import io.github.dkpbootstrap.testkit.internal.query.ServiceError;
import io.github.dkpbootstrap.testkit.internal.query.SessionAttributes;
import io.github.dkpbootstrap.testkit.internal.sigv4.KeyRing;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Decides whether a call may go on, by the policies of the account as they are at that moment. */
public final class Gate {
    /** What a caller must be allowed who assumes a role, as far as the call makes use of it. */
    static final Set<String> ASSUMING = Set.of("sts:AssumeRole", "sts:TagSession", "sts:SetSourceIdentity");

    /** What needs no permission. */
    private static final Set<String> OPEN_TO_ALL = Set.of("sts:GetCallerIdentity", "sts:GetSessionToken");

    private final IamStore store;
    private final Timeline timeline;
    private final Propagation propagation;
    private final PolicyEvaluator evaluator;
    private final Targets targets;

    /** Creates a gate that asks {@code evaluator}. */
    public Gate(IamStore store, KeyRing keys, Timeline timeline, Propagation propagation, PolicyEvaluator evaluator) {
        this.store = store;
        this.timeline = timeline;
        this.propagation = propagation;
        this.evaluator = evaluator;
        this.targets = new Targets(store, keys);
    }

    /** Sets what finds the stack, by its id, of a change set: policies are about stacks. */
    public void stacksOfChangeSets(Function<String, Optional<String>> stacks) {
        targets.stacksOfChangeSets(stacks);
    }

    /**
     * Lets a call pass.
     *
     * @throws ServiceError {@code AccessDenied} with AWS's text, if the caller's policies do not allow it
     */
    public void authorize(Call call) {
        if (OPEN_TO_ALL.contains(call.qualifiedAction())) {
            return;
        }
        refuseByKind(call);
        Target target = targets.of(call);
        for (Call part : parts(call)) {
            authorize(part, target);
        }
    }

    /** Refuses what no policy can allow to a kind of caller. */
    private static void refuseByKind(Call call) {
        if (call.qualifiedAction().equals("sts:AssumeRole") && call.caller() instanceof Identity.Root) {
            throw ServiceError.of("AccessDenied", 403, "Roles may not be assumed by root accounts.");
        }
        if (call.service().equals("iam")
                && call.caller() instanceof Identity.UserSession session
                && session.owner().mfa().isEmpty()) {
            throw ServiceError.of(
                    "InvalidClientTokenId", 403, "The security token included in the request is invalid.");
        }
    }

    /** Returns a call once for each permission that it needs. */
    private static List<Call> parts(Call call) {
        List<Call> parts = new ArrayList<>(List.of(call));
        if (call.qualifiedAction().equals("sts:AssumeRole")) {
            SessionAttributes attributes = SessionAttributes.requestedBy(call);
            if (!attributes.tags().isEmpty()) {
                parts.add(call.as("TagSession"));
            }
            if (attributes.sourceIdentity().isPresent()) {
                parts.add(call.as("SetSourceIdentity"));
            }
        }
        return parts;
    }

    private void authorize(Call call, Target target) {
        Decision decision = evaluator.decide(request(call, target), policies(call.caller(), target));
        boolean roleMissing = ASSUMING.contains(call.qualifiedAction())
                && target.assumed().flatMap(propagation::rights).isEmpty();
        if (roleMissing || !decision.allowed()) {
            throw ServiceError.of("AccessDenied", 403, Denial.text(call, target.resource(), decision));
        }
    }

    /** Returns whether a role trusts a service of AWS, by the trust policy that counts now. */
    public boolean trusts(Role role, String service) {
        AccessRequest request = AccessRequest.builder()
                .caller(Caller.service(service))
                .action("sts:AssumeRole")
                .resource(role.arn())
                .resourceAccount(store.account().id())
                .contextKey("aws:PrincipalIsAWSService", "true")
                .contextKey("aws:PrincipalServiceName", service)
                .contextKey("aws:CurrentTime", GlobalContext.seconds(timeline.now()))
                .build();
        return propagation
                .rights(role)
                .flatMap(Rights::trust)
                .filter(trust -> evaluator
                        .decide(request, PolicySet.builder().trust(trust).build())
                        .allowed())
                .isPresent();
    }

    private AccessRequest request(Call call, Target target) {
        AccessRequest.Builder request = AccessRequest.builder()
                .caller(caller(call.caller()))
                .action(call.qualifiedAction())
                .resource(target.resource())
                .resourceAccount(store.account().id());
        target.context().forEach((key, values) -> request.contextKey(key, values.toArray(String[]::new)));
        Map<String, String> tags =
                principal(call.caller()).<Map<String, String>>map(Entity::tags).orElse(Map.of());
        new GlobalContext(request, call).put(store.account(), timeline.now(), tags);
        return request.build();
    }

    private Caller caller(Identity identity) {
        if (identity instanceof Identity.Session session) {
            return Caller.roleSession(session.roleArn(), session.sessionName());
        }
        return identity instanceof Identity.Root ? Caller.root(store.account().id()) : Caller.user(identity.arn());
    }

    private PolicySet policies(Identity identity, Target target) {
        PolicySet.Builder policies = PolicySet.builder();
        principal(identity).flatMap(propagation::rights).ifPresent(rights -> {
            policies.addAllIdentity(rights.identity());
            rights.boundary().ifPresent(policies::boundary);
        });
        if (identity instanceof Identity.Session session) {
            policies.addAllSession(session.policies());
        }
        target.assumed().flatMap(propagation::rights).flatMap(Rights::trust).ifPresent(policies::trust);
        return policies.build();
    }

    private Optional<? extends Principal> principal(Identity identity) {
        if (identity instanceof Identity.Session session) {
            return store.role(session.roleName());
        }
        return identity.user().flatMap(user -> store.user(user.name()));
    }
}
