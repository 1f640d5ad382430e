// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.analysis;

import io.github.dkpbootstrap.policy.Effect;
import io.github.dkpbootstrap.policy.PolicyDocument;
import io.github.dkpbootstrap.policy.PolicyTarget;
import io.github.dkpbootstrap.policy.Principal;
import io.github.dkpbootstrap.policy.analysis.PolicySet.ResourcePolicyKind;
import io.github.dkpbootstrap.policy.proof.Strength;
import java.util.List;

/** The policies around a document under which the interpreter's answer is the document's own. */
final class Surroundings {
    private static final PolicyDocument EVERYTHING = PolicyDocument.builder()
            .addStatement(s -> s.effect(Effect.ALLOW).action("*").resource("*"))
            .build();
    private static final PolicyDocument EVERYTHING_FOR_EVERYONE = PolicyDocument.builder()
            .addStatement(s -> s.effect(Effect.ALLOW)
                    .principal(Principal.everyone())
                    .action("*")
                    .resource("*"))
            .build();
    private static final PolicyDocument NOTHING = PolicyDocument.builder()
            .addStatement(s -> s.effect(Effect.DENY).action("none:None").resource("arn:aws:none:::none"))
            .build();

    private final PolicyTarget target;
    private final Strength threshold;

    /**
     * Creates surroundings.
     *
     * @param threshold how strongly a policy of a resource must name the caller to allow by itself here
     */
    Surroundings(PolicyTarget target, Strength threshold) {
        this.target = target;
        this.threshold = threshold;
    }

    PolicySet with(PolicyDocument document) {
        PolicySet.Builder set = PolicySet.builder();
        return switch (target) {
            case MANAGED_POLICY, INLINE_ROLE_POLICY, INLINE_GROUP_POLICY, INLINE_USER_POLICY, SESSION_POLICY ->
                set.addIdentity(document).build();
            case SERVICE_CONTROL_POLICY ->
                set.addIdentity(EVERYTHING).addServiceControl(List.of(document)).build();
            case RESOURCE_CONTROL_POLICY ->
                set.addIdentity(EVERYTHING)
                        .resource(EVERYTHING_FOR_EVERYONE)
                        .addResourceControl(List.of(document))
                        .build();
            case TRUST_POLICY -> limited(set).trust(document).build();
            case RESOURCE_POLICY ->
                limited(set)
                        .resource(document)
                        .resourceKind(ResourcePolicyKind.MUST_ALLOW)
                        .build();
        };
    }

    /** To be named by the account is enough where identity policies allow, by the role where there is no boundary. */
    private PolicySet.Builder limited(PolicySet.Builder set) {
        return switch (threshold) {
            case NONE, ACCOUNT -> set.addIdentity(EVERYTHING);
            case ROLE -> set;
            case DIRECT -> set.boundary(NOTHING);
        };
    }
}
