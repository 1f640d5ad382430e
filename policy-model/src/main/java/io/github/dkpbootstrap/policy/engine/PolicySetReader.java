// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.engine;

import io.github.dkpbootstrap.policy.PolicyDocument;
import io.github.dkpbootstrap.policy.Statement;
import io.github.dkpbootstrap.policy.analysis.PolicySet;
import io.github.dkpbootstrap.policy.analysis.PolicySet.ResourcePolicyKind;
import java.util.ArrayList;
import java.util.List;

/** Reads the statements of a policy set, with their places, in the order of the layers. Not thread-safe. */
final class PolicySetReader {
    private final PolicySet policies;
    private final List<CompiledStatement> statements = new ArrayList<>();

    PolicySetReader(PolicySet policies) {
        this.policies = policies;
        levels(Layer.RESOURCE_CONTROL, "resourceControl", policies.resourceControl());
        levels(Layer.SERVICE_CONTROL, "serviceControl", policies.serviceControl());
        policies.resource().ifPresent(policy -> document(Layer.RESOURCE, 0, resourceName(), policy));
        documents(Layer.IDENTITY, 0, "identity", policies.identity());
        policies.boundary().ifPresent(policy -> document(Layer.BOUNDARY, 0, "boundary", policy));
        documents(Layer.SESSION, 0, "session", policies.session());
    }

    List<CompiledStatement> statements() {
        return List.copyOf(statements);
    }

    private String resourceName() {
        return policies.resourceKind() == ResourcePolicyKind.TRUST ? "trust" : "resource";
    }

    private void levels(Layer layer, String name, List<List<PolicyDocument>> levels) {
        for (int level = 0; level < levels.size(); level++) {
            documents(layer, level, name + "[" + level + "]", levels.get(level));
        }
    }

    private void documents(Layer layer, int level, String name, List<PolicyDocument> documents) {
        for (int i = 0; i < documents.size(); i++) {
            document(layer, level, name + "[" + i + "]", documents.get(i));
        }
    }

    private void document(Layer layer, int level, String name, PolicyDocument document) {
        VariableUse variables = VariableUse.of(document);
        List<Statement> all = document.statements().values();
        for (int i = 0; i < all.size(); i++) {
            StatementPlace place = new StatementPlace(layer, level, name + ".Statement[" + i + "]", all.get(i));
            statements.add(new CompiledStatement(place, variables));
        }
    }
}
