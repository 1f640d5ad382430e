// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.analysis;

import io.github.dkpbootstrap.policy.Arn;
import io.github.dkpbootstrap.policy.Effect;
import io.github.dkpbootstrap.policy.analysis.Caller.Kind;
import io.github.dkpbootstrap.policy.analysis.PolicySet.ResourcePolicyKind;
import java.util.List;
import java.util.Optional;

/** Comes from matched statements to a verdict, in the order of the rules 20 to 23. */
final class EvaluationOrder {
    /** The account in the ARNs of what AWS owns, such as its managed policies: everyone's own account (rule 22b). */
    private static final String OWNED_BY_AWS = "aws";

    private final AccessRequest request;
    private final PolicySet policies;
    private final List<StatementMatch> matches;
    private final Reading reading;

    EvaluationOrder(AccessRequest request, PolicySet policies, List<StatementMatch> matches, Reading reading) {
        this.request = request;
        this.policies = policies;
        this.matches = matches;
        this.reading = reading;
    }

    Ruling ruling() {
        return explicitDeny()
                .or(this::outsideServiceControl)
                .or(this::outsideResourcePolicy)
                .or(this::allowedByResourcePolicyAlone)
                .or(this::outsideOwnPolicies)
                .orElseGet(() -> Ruling.allowed(allowReason()));
    }

    private Optional<Ruling> explicitDeny() {
        return matches.stream()
                .filter(match -> match.effect() == Effect.DENY && reading.denied(match.range()))
                .findFirst()
                .map(match -> Ruling.explicitlyDenied(match.location() + " denies the request."));
    }

    private Optional<Ruling> outsideServiceControl() {
        if (!hasAccount()) {
            return Optional.empty();
        }
        for (int level = 0; level < policies.serviceControl().size(); level++) {
            int current = level;
            if (matches.stream()
                    .noneMatch(match -> match.level() == current && allows(match, PolicyKind.SERVICE_CONTROL))) {
                return denied("No service control policy of level %d (serviceControl[%1$d]) allows the request."
                        .formatted(level));
            }
        }
        return Optional.empty();
    }

    private Optional<Ruling> outsideResourcePolicy() {
        if (resourceGrant() != Grant.NONE || !resourceMustAllow()) {
            return Optional.empty();
        }
        String why = policies.resourceKind() == ResourcePolicyKind.ORDINARY
                ? "which a caller %s needs.".formatted(hasAccount() ? "of another account" : "without an account")
                : "which nothing else can replace.";
        return denied("The " + resourcePolicy() + " policy does not allow the request, " + why);
    }

    private boolean resourceMustAllow() {
        return policies.resourceKind() != ResourcePolicyKind.ORDINARY || !hasAccount() || !isSameAccount();
    }

    private Optional<Ruling> allowedByResourcePolicyAlone() {
        boolean alone = !hasAccount() || (isSameAccount() && resourceGrant() == Grant.DIRECT);
        return alone ? Optional.of(Ruling.allowed(resourceReason())) : Optional.empty();
    }

    /** Rule 20e: the root user is allowed by default, and has neither policies of its own nor limits. */
    private Optional<Ruling> outsideOwnPolicies() {
        if (request.caller().kind() == Kind.ROOT) {
            return Optional.empty();
        }
        if (!identityIsSpared() && !allows(PolicyKind.IDENTITY)) {
            return denied("No identity policy allows the request" + delegation());
        }
        if (policies.boundary().isPresent() && !allows(PolicyKind.BOUNDARY)) {
            return denied("The permissions boundary does not allow the request.");
        }
        if (policies.session().isEmpty()) {
            return request.caller().kind() == Kind.FEDERATED_USER
                    ? denied("The session of a federated user has no session policy, and so no permissions of its own.")
                    : Optional.empty();
        }
        return allows(PolicyKind.SESSION) ? Optional.empty() : denied("No session policy allows the request.");
    }

    private String delegation() {
        return resourceGrant() == Grant.ACCOUNT && isSameAccount()
                ? ", and the " + resourcePolicy() + " policy leaves the decision to the account."
                : ".";
    }

    private boolean identityIsSpared() {
        return isSameAccount() && resourceGrant() == Grant.ROLE;
    }

    private String allowReason() {
        if (request.caller().kind() == Kind.ROOT) {
            return resourceMustAllow() ? resourceReason() : "The root user is allowed what nothing denies.";
        }
        if (identityIsSpared()) {
            return resourceReason();
        }
        String identity = strongest(PolicyKind.IDENTITY) + " allows the request";
        return resourceMustAllow()
                ? identity + ", and so does " + strongest(PolicyKind.RESOURCE) + "."
                : identity + ".";
    }

    private String resourceReason() {
        return strongest(PolicyKind.RESOURCE) + " allows the request.";
    }

    /** Returns the place of the statement that allows: of those of a resource policy, the first that grants most. */
    private String strongest(PolicyKind kind) {
        return matches.stream()
                .filter(match -> allows(match, kind))
                .reduce((a, b) -> grant(b).compareTo(grant(a)) > 0 ? b : a)
                .map(StatementMatch::location)
                .orElseThrow();
    }

    private Grant grant(StatementMatch match) {
        return reading.allowed(match.range());
    }

    private Grant resourceGrant() {
        return matches.stream()
                .filter(match -> allows(match, PolicyKind.RESOURCE))
                .map(this::grant)
                .reduce(Grant.NONE, Grant::or);
    }

    private boolean allows(PolicyKind kind) {
        return matches.stream().anyMatch(match -> allows(match, kind));
    }

    private boolean allows(StatementMatch match, PolicyKind kind) {
        return match.kind() == kind && match.effect() == Effect.ALLOW && grant(match) != Grant.NONE;
    }

    private boolean hasAccount() {
        return request.caller().account().isPresent();
    }

    private boolean isSameAccount() {
        Optional<String> owner = request.resourceAccount()
                .or(() -> Arn.tryParse(request.resource()).map(Arn::account))
                .filter(account -> !account.isEmpty() && !account.equals(OWNED_BY_AWS));
        return owner.isEmpty() || owner.equals(request.caller().account());
    }

    private String resourcePolicy() {
        return policies.resourceKind() == ResourcePolicyKind.TRUST ? "trust" : "resource";
    }

    private static Optional<Ruling> denied(String reason) {
        return Optional.of(Ruling.implicitlyDenied(reason));
    }
}
