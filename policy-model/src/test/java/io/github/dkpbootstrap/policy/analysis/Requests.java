// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dkpbootstrap.policy.PolicyDocument;
import io.github.dkpbootstrap.policy.engine.PolicyEngine;

/** Requests for tests, and what becomes of them. */
final class Requests {
    static final String ACCOUNT = "123456789012";
    static final String ROLE = "arn:aws:iam::123456789012:role/team/deployer";
    static final String SESSION = "arn:aws:sts::123456789012:assumed-role/deployer/build";
    static final String USER = "arn:aws:iam::123456789012:user/alice";
    static final String FEDERATED_USER = "arn:aws:sts::123456789012:federated-user/bob";
    static final String MATCHES = "every element matches the request";

    private Requests() {}

    /** Returns a request of the session {@link #SESSION}. */
    static AccessRequest.Builder request(String action, String resource) {
        return AccessRequest.builder()
                .caller(Caller.roleSession(ROLE, "build"))
                .action(action)
                .resource(resource);
    }

    /** Returns a request for an object that nobody in particular owns. */
    static AccessRequest.Builder getObject() {
        return request("s3:GetObject", "arn:aws:s3:::bucket/key");
    }

    /** Returns what the interpreter decides; the engine must come to the same, word for word. */
    static Decision decide(AccessRequest request, PolicySet policies) {
        Decision decision = new PolicyInterpreter().decide(request, policies);
        PolicyEngine engine = PolicyEngine.compile(policies);
        assertThat(engine.explain(request)).isEqualTo(decision);
        assertThat(engine.decide(request)).isEqualTo(decision.verdict());
        return decision;
    }

    static Decision decideByIdentity(AccessRequest request, PolicyDocument identity) {
        return decide(request, PolicySet.builder().addIdentity(identity).build());
    }

    /** Returns why the only statement matches or does not. */
    static String onlyReason(Decision decision) {
        if (decision.statements().size() != 1) {
            throw new AssertionError("expected one statement, was " + decision.statements());
        }
        return decision.statements().get(0).reason();
    }
}
