// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.engine;

import io.github.dkpbootstrap.policy.PolicyDocument;
import io.github.dkpbootstrap.policy.PolicyVersion;
import io.github.dkpbootstrap.policy.Statement;
import io.github.dkpbootstrap.policy.analysis.PolicySet;
import io.github.dkpbootstrap.policy.analysis.PolicySet.ResourcePolicyKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Random policy sets, with policies of every layer. */
final class RandomPolicySets {
    private final Dice dice;
    private final RandomStatements statements;

    RandomPolicySets(Dice dice, Vocabulary vocabulary) {
        this.dice = dice;
        this.statements = new RandomStatements(dice, vocabulary);
    }

    PolicySet next() {
        statements.chooseIntrinsics();
        PolicySet.Builder policies = PolicySet.builder()
                .identity(documents(2, false))
                .resourceKind(
                        dice.oneIn(2) ? ResourcePolicyKind.ORDINARY : dice.pick(List.of(ResourcePolicyKind.values())));
        if (!dice.oneIn(3)) {
            policies.resource(document(true));
        }
        if (dice.oneIn(4)) {
            policies.boundary(document(false));
        }
        if (dice.oneIn(3)) {
            policies.session(documents(2, false));
        }
        if (dice.oneIn(4)) {
            policies.serviceControl(levels(false));
        }
        return dice.oneIn(4) ? policies.resourceControl(levels(true)).build() : policies.build();
    }

    private List<List<PolicyDocument>> levels(boolean principals) {
        List<List<PolicyDocument>> levels = new ArrayList<>();
        for (int i = 0; i <= dice.upTo(1); i++) {
            levels.add(documents(2, principals));
        }
        return levels;
    }

    private List<PolicyDocument> documents(int most, boolean principals) {
        List<PolicyDocument> documents = new ArrayList<>();
        int count = dice.oneIn(8) ? 0 : 1 + dice.upTo(most - 1);
        for (int i = 0; i < count; i++) {
            documents.add(document(principals));
        }
        return documents;
    }

    private PolicyDocument document(boolean principals) {
        PolicyDocument.Builder document = PolicyDocument.builder();
        for (int i = 0; i <= dice.upTo(2); i++) {
            Statement statement = statements.next(principals != dice.oneIn(15));
            document.addStatement(statement);
        }
        if (dice.oneIn(6)) {
            document.version(dice.oneIn(2) ? Optional.of(PolicyVersion.V2008_10_17) : Optional.empty());
        }
        return document.build();
    }
}
