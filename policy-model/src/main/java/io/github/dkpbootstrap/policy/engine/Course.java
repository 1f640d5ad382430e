// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.engine;

import io.github.dkpbootstrap.policy.analysis.Caller.Kind;
import io.github.dkpbootstrap.policy.analysis.PolicySet;
import io.github.dkpbootstrap.policy.analysis.PolicySet.ResourcePolicyKind;

/** The course of a decision: asks the layers one by one until one decides (rules 20 to 23). Immutable. */
final class Course {
    private final CompiledPolicies policies;
    private final ResourcePolicyKind resourceKind;
    private final boolean hasBoundary;
    private final boolean hasSession;

    Course(PolicySet set, CompiledPolicies policies) {
        this.policies = policies;
        resourceKind = set.resourceKind();
        hasBoundary = set.boundary().isPresent();
        hasSession = !set.session().isEmpty();
    }

    Step decide(RequestView request, Assumption assumption) {
        if (policies.deny(request, assumption)) {
            return Step.DENIED_BY_STATEMENT;
        }
        CallerView caller = request.caller();
        if (caller.hasAccount() && policies.isOutsideServiceControl(request, assumption)) {
            return Step.OUTSIDE_SERVICE_CONTROL;
        }
        Grade granted = policies.grantOfResourcePolicy(request, assumption);
        boolean sameAccount = request.isSameAccount();
        if (granted == Grade.NONE && resourceMustAllow(caller, sameAccount)) {
            return Step.OUTSIDE_RESOURCE_POLICY;
        }
        if (!caller.hasAccount() || (sameAccount && granted == Grade.FULL)) {
            return Step.ALLOWED_BY_RESOURCE_POLICY;
        }
        return caller.kind() == Kind.ROOT
                ? Step.ALLOWED_AS_ROOT
                : own(request, assumption, sameAccount && granted == Grade.ROLE);
    }

    ResourcePolicyKind resourceKind() {
        return resourceKind;
    }

    /** Returns whether nothing replaces an allow of the resource policy (rules 20f, 21d and 22a). */
    boolean resourceMustAllow(CallerView caller, boolean sameAccount) {
        return resourceKind != ResourcePolicyKind.ORDINARY || !caller.hasAccount() || !sameAccount;
    }

    private Step own(RequestView request, Assumption assumption, boolean identitySpared) {
        if (!identitySpared && !policies.isAllowedByIdentity(request, assumption)) {
            return Step.OUTSIDE_IDENTITY_POLICIES;
        }
        if (hasBoundary && !policies.isAllowedByBoundary(request, assumption)) {
            return Step.OUTSIDE_BOUNDARY;
        }
        if (!hasSession && request.caller().kind() == Kind.FEDERATED_USER) {
            return Step.WITHOUT_SESSION_POLICY;
        }
        if (hasSession && !policies.isAllowedBySession(request, assumption)) {
            return Step.OUTSIDE_SESSION_POLICIES;
        }
        return identitySpared ? Step.ALLOWED_IN_PLACE_OF_IDENTITY_POLICIES : Step.ALLOWED_BY_IDENTITY_POLICIES;
    }
}
