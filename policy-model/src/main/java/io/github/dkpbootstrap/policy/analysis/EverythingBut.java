// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.analysis;

import io.github.dkpbootstrap.policy.ActionPattern;
import io.github.dkpbootstrap.policy.Effect;
import io.github.dkpbootstrap.policy.OneOrMore;
import io.github.dkpbootstrap.policy.PolicyDocument;
import io.github.dkpbootstrap.policy.PolicyTarget;
import io.github.dkpbootstrap.policy.PolicyVersion;
import io.github.dkpbootstrap.policy.Principal;
import io.github.dkpbootstrap.policy.ResourcePattern;
import io.github.dkpbootstrap.policy.Statement;
import java.util.List;

/** The document that permits everything but some actions on some resources. */
final class EverythingBut {
    private final PolicyTarget target;

    EverythingBut(PolicyTarget target) {
        this.target = target;
    }

    /** Of the old version, so that a <code>${</code> in a resource that is asked for is plain text. */
    PolicyDocument access(List<String> actions, List<String> resources) {
        return PolicyDocument.builder()
                .version(PolicyVersion.V2008_10_17)
                .addStatement(statement(Effect.ALLOW, List.of("*"), List.of("*")))
                .addStatement(statement(Effect.DENY, actions, resources))
                .build();
    }

    private Statement statement(Effect effect, List<String> actions, List<String> resources) {
        Statement.Builder statement = Statement.builder()
                .effect(effect)
                .actions(OneOrMore.list(actions.stream().map(ActionPattern::of).toList()));
        if (target != PolicyTarget.TRUST_POLICY) {
            statement.resources(
                    OneOrMore.list(resources.stream().map(ResourcePattern::of).toList()));
        }
        boolean namesPrincipals = !target.isIdentityBased() && target != PolicyTarget.SERVICE_CONTROL_POLICY;
        if (namesPrincipals) {
            statement.principal(Principal.everyone());
        }
        return statement.build();
    }
}
