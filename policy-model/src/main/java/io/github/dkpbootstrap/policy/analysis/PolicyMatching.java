// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.analysis;

import io.github.dkpbootstrap.policy.PolicyDocument;
import io.github.dkpbootstrap.policy.Statement;
import java.util.ArrayList;
import java.util.List;

/** Matches every statement of every policy that speaks about a caller, in the order of rule 20. */
final class PolicyMatching {
    private final AccessRequest request;
    private final PolicySet policies;
    private final List<StatementMatch> matches = new ArrayList<>();

    PolicyMatching(AccessRequest request, PolicySet policies) {
        this.request = request;
        this.policies = policies;
    }

    /** A caller without an account, such as a service, has no policies of its own to look at (rule 20f). */
    List<StatementMatch> matches() {
        boolean hasAccount = request.caller().account().isPresent();
        levels(PolicyKind.RESOURCE_CONTROL, "resourceControl", policies.resourceControl());
        if (hasAccount) {
            levels(PolicyKind.SERVICE_CONTROL, "serviceControl", policies.serviceControl());
        }
        String resource = policies.resourceKind() == PolicySet.ResourcePolicyKind.TRUST ? "trust" : "resource";
        policies.resource().ifPresent(policy -> match(PolicyKind.RESOURCE, 0, resource, policy));
        if (hasAccount && request.caller().kind() != Caller.Kind.ROOT) {
            list(PolicyKind.IDENTITY, 0, "identity", policies.identity());
            policies.boundary().ifPresent(policy -> match(PolicyKind.BOUNDARY, 0, "boundary", policy));
            list(PolicyKind.SESSION, 0, "session", policies.session());
        }
        return matches;
    }

    private void levels(PolicyKind kind, String location, List<List<PolicyDocument>> levels) {
        for (int level = 0; level < levels.size(); level++) {
            list(kind, level, location + "[" + level + "]", levels.get(level));
        }
    }

    private void list(PolicyKind kind, int level, String location, List<PolicyDocument> documents) {
        for (int i = 0; i < documents.size(); i++) {
            match(kind, level, location + "[" + i + "]", documents.get(i));
        }
    }

    private void match(PolicyKind kind, int level, String location, PolicyDocument document) {
        StatementMatching matching = new StatementMatching(request, kind, document.version());
        List<Statement> statements = document.statements().values();
        for (int i = 0; i < statements.size(); i++) {
            matches.add(matching.match(statements.get(i), location + ".Statement[" + i + "]", level));
        }
    }
}
