// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dkpbootstrap.policy.Effect;
import io.github.dkpbootstrap.policy.JsonLayout;
import io.github.dkpbootstrap.policy.PolicyDocument;
import io.github.dkpbootstrap.policy.PolicyTarget;
import io.github.dkpbootstrap.policy.Statement;
import io.github.dkpbootstrap.policy.analysis.RandomPolicies.Openness;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What must hold of containment whatever the documents say. */
class ContainmentLawsTest {
    private static final long SEED = Long.getLong("policy.seed", System.nanoTime());
    private static final int RUNS = 500;

    private final Random random = new Random(SEED);

    @BeforeAll
    static void printSeed() {
        System.out.println("ContainmentLawsTest: -Dpolicy.seed=" + SEED);
    }

    private static Containment ask(PolicyDocument narrow, PolicyDocument wide) {
        return PolicyAnalysis.of(narrow, PolicyTarget.RESOURCE_POLICY)
                .using(ContainmentPropertiesTest.NO_CATALOGUE)
                .isNoBroaderThan(wide);
    }

    private static String described(PolicyDocument... documents) {
        StringBuilder text = new StringBuilder("seed " + SEED);
        for (PolicyDocument document : documents) {
            text.append('\n').append(document.toJson(JsonLayout.MINIFIED));
        }
        return text.toString();
    }

    @ParameterizedTest
    @EnumSource(Openness.class)
    void everyDocumentIsNoBroaderThanItself(Openness openness) {
        RandomPolicies policies = new RandomPolicies(random, openness);
        for (int i = 0; i < RUNS; i++) {
            PolicyDocument document = policies.document(true);
            assertThat(ask(document, document).isProven())
                    .as(described(document))
                    .isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(Openness.class)
    void anAllowWidensAndADenyNarrows(Openness openness) {
        RandomPolicies policies = new RandomPolicies(random, openness);
        for (int i = 0; i < RUNS; i++) {
            PolicyDocument document = policies.document(true);
            PolicyDocument wider = with(document, policies.statement(true), Effect.ALLOW);
            PolicyDocument narrower = with(document, policies.statement(true), Effect.DENY);

            assertThat(ask(document, wider).isProven())
                    .as(described(document, wider))
                    .isTrue();
            assertThat(ask(narrower, document).isProven())
                    .as(described(narrower, document))
                    .isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(Openness.class)
    void containmentIsTransitive(Openness openness) {
        RandomPolicies policies = new RandomPolicies(random, openness);
        PolicyEdits edits = new PolicyEdits(random, policies, true);
        int chains = 0;
        for (int i = 0; i < RUNS; i++) {
            PolicyDocument widest = policies.document(true);
            PolicyDocument middle = edits.edited(widest);
            PolicyDocument narrowest = edits.edited(middle);
            if (ask(narrowest, middle).isProven() && ask(middle, widest).isProven()) {
                chains++;
                assertThat(ask(narrowest, widest).counterexample())
                        .as(described(narrowest, middle, widest))
                        .isEmpty();
            }
        }
        assertThat(chains).isGreaterThan(RUNS / 10);
    }

    private static PolicyDocument with(PolicyDocument document, Statement statement, Effect effect) {
        return PolicyDocument.builder()
                .version(document.version())
                .statements(document.statements())
                .addStatement(statement.toBuilder().effect(effect).build())
                .build();
    }
}
