// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.report;

import io.github.dkpbootstrap.policy.Arn;
import io.github.dkpbootstrap.policy.PolicyString;
import io.github.dkpbootstrap.policy.PolicyTarget;
import io.github.dkpbootstrap.policy.ResourcePattern;
import io.github.dkpbootstrap.policy.Statement;
import io.github.dkpbootstrap.policy.catalogue.ActionEntry;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which resources a statement speaks of. */
record Reach(Kind kind, List<ResourcePattern> patterns) {
    private static final Set<String> ANY = Set.of("", "*");

    enum Kind {
        /** An entry is the asterisk alone. */
        EVERYTHING,
        /** Every resource but those of NotResource. */
        ALL_BUT,
        /** The entries of Resource. */
        NAMED,
        /** The resource that the policy belongs to, whole or in part. */
        ATTACHED,
        /** None, as the element is missing. */
        NOTHING
    }

    static Reach of(Statement statement, PolicyTarget target) {
        if (statement.notResources().isPresent()) {
            return new Reach(Kind.ALL_BUT, statement.notResources().get().values());
        }
        if (statement.resources().isEmpty()) {
            boolean own = target == PolicyTarget.TRUST_POLICY || target == PolicyTarget.RESOURCE_POLICY;
            return new Reach(own ? Kind.ATTACHED : Kind.NOTHING, List.of());
        }
        List<ResourcePattern> patterns = statement.resources().get().values();
        boolean all = patterns.stream().anyMatch(pattern -> isStar(pattern.value()));
        return new Reach(all ? Kind.EVERYTHING : Kind.NAMED, patterns);
    }

    /** Returns whether the statement speaks of every resource that the action can have, or of all but some. */
    boolean isEvery(ActionEntry action) {
        return switch (kind) {
            case EVERYTHING, ALL_BUT -> true;
            case NAMED ->
                !action.isWildcardOnly()
                        && patterns.stream().anyMatch(pattern -> isWhole(pattern.value(), action.service()));
            case ATTACHED, NOTHING -> false;
        };
    }

    private static boolean isStar(PolicyString pattern) {
        return pattern.text().filter("*"::equals).isPresent();
    }

    /** An ARN that is open in every field but the service. */
    private static boolean isWhole(PolicyString pattern, String service) {
        Optional<Arn> arn = pattern.text().flatMap(Arn::tryParse);
        return arn.filter(a -> a.service().equals(service)
                        && a.resource().equals("*")
                        && ANY.contains(a.region())
                        && ANY.contains(a.account()))
                .isPresent();
    }
}
