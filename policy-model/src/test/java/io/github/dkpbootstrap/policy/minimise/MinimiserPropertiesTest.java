// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.minimise;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dkpbootstrap.policy.PolicyDocument;
import io.github.dkpbootstrap.policy.PolicyTarget;
import io.github.dkpbootstrap.policy.SmallWorld;
import io.github.dkpbootstrap.policy.analysis.AccessRequest;
import io.github.dkpbootstrap.policy.analysis.Decision.Verdict;
import io.github.dkpbootstrap.policy.analysis.PolicyInterpreter;
import io.github.dkpbootstrap.policy.analysis.PolicySet;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What holds of all documents. The rules are tried without a proof behind them: by themselves they should propose nothing
 * that changes a decision.
 */
class MinimiserPropertiesTest {
    private static final long SEED = Long.getLong("policy.seed", System.nanoTime());
    private static final int DOCUMENTS = 400;
    private static final int REQUESTS = 20;

    private final Random random = new Random(SEED);
    private final SmallWorld world = new SmallWorld(random);
    private final Minimiser credulous =
            new Minimiser((one, other) -> true, new Options(Options.Sids.KEEP, Optional.empty()));
    private final Map<Step.Kind, Integer> kinds = new EnumMap<>(Step.Kind.class);

    @BeforeAll
    static void printSeed() {
        System.out.println("MinimiserPropertiesTest: -Dpolicy.seed=" + SEED);
    }

    @Test
    void decidesIdentityPoliciesAsBefore() {
        forAll(() -> world.identityPolicy(1 + random.nextInt(6)), (document, smaller) -> {
            for (int i = 0; i < REQUESTS; i++) {
                AccessRequest request = world.request();
                assertThat(byIdentity(request, smaller))
                        .as("seed %d: %s %s %s", SEED, request, document, smaller)
                        .isEqualTo(byIdentity(request, document));
            }
        });
        assertThat(kinds).containsKeys(Step.Kind.SHAPE, Step.Kind.SUBSUME, Step.Kind.MERGE, Step.Kind.FACTOR);
    }

    @Test
    void decidesResourcePoliciesAsBefore() {
        forAll(world::resourcePolicy, (document, smaller) -> {
            for (int i = 0; i < REQUESTS; i++) {
                AccessRequest request = world.request();
                assertThat(byResource(request, smaller))
                        .as("seed %d: %s %s %s", SEED, request, document, smaller)
                        .isEqualTo(byResource(request, document));
            }
        });
    }

    @Test
    void isNeverLargerAndSaysWhatItSaved() {
        forAll(() -> world.identityPolicy(1 + random.nextInt(6)), (document, smaller) -> {
            Reduction reduction = credulous.minimise(document);
            int saved = document.quotaCharacters() - smaller.quotaCharacters();

            assertThat(saved).isNotNegative();
            assertThat(reduction.steps().stream().mapToInt(Step::saved).sum()).isEqualTo(saved);
            assertThat(reduction.steps()).allMatch(step -> step.saved() > 0);
        });
    }

    @Test
    void findsNothingMoreTheSecondTime() {
        forAll(world::resourcePolicy, (document, smaller) -> {
            assertThat(credulous.minimise(smaller).document())
                    .as("seed %d", SEED)
                    .isEqualTo(smaller);
            assertThat(credulous.minimise(smaller).steps()).isEmpty();
        });
    }

    @Test
    void changesNothingThatIsNotProved() {
        Minimiser sceptic = new Minimiser((one, other) -> false, new Options(Options.Sids.DROP, Optional.empty()));
        forAll(
                () -> world.identityPolicy(3),
                (document, smaller) ->
                        assertThat(sceptic.minimise(document).document()).isEqualTo(document));
    }

    @Test
    void isProvedAsAWhole() {
        Options options = new Options(Options.Sids.DROP, Optional.empty());
        int proved = 0;
        for (int i = 0; i < DOCUMENTS / 4; i++) {
            PolicyTarget target = i % 2 == 0 ? PolicyTarget.MANAGED_POLICY : PolicyTarget.RESOURCE_POLICY;
            PolicyDocument document = i % 2 == 0 ? world.identityPolicy() : world.resourcePolicy();
            EqualityProof proof = EqualityProof.by(target, 2_000_000);
            PolicyDocument smaller =
                    new Minimiser(proof, options).minimise(document).document();
            proved += smaller.equals(document) || proof.isProved(document, smaller) ? 1 : 0;
        }
        // A few whole documents take more than the budget; that they are equal follows from the steps.
        assertThat(proved).as("seed %d", SEED).isGreaterThanOrEqualTo(DOCUMENTS / 4 * 9 / 10);
    }

    @Test
    void spreadsWithoutAChangeOfDecisions() {
        for (int i = 0; i < 5; i++) {
            PolicyDocument document = world.identityPolicy(120);
            assertThat(document.quotaCharacters()).isGreaterThan(6144);
            Options options = new Options(Options.Sids.KEEP, Optional.empty());
            Fitting.Fitted fitted =
                    new Fitting((one, other) -> true, options).fit(document, PolicyTarget.MANAGED_POLICY);

            assertThat(fitted.documents()).allMatch(each -> each.quotaCharacters() <= 6144);
            PolicySet together =
                    PolicySet.builder().identity(fitted.documents()).build();
            for (int j = 0; j < REQUESTS; j++) {
                AccessRequest request = world.request();
                assertThat(new PolicyInterpreter().decide(request, together).verdict())
                        .as("seed %d: %s", SEED, request)
                        .isEqualTo(byIdentity(request, document));
            }
        }
    }

    private interface Law {
        void check(PolicyDocument document, PolicyDocument smaller);
    }

    private void forAll(Supplier<PolicyDocument> documents, Law law) {
        for (int i = 0; i < DOCUMENTS; i++) {
            PolicyDocument document = documents.get();
            Reduction reduction = credulous.minimise(document);
            reduction.steps().forEach(step -> kinds.merge(step.kind(), 1, Integer::sum));
            law.check(document, reduction.document());
        }
    }

    private static Verdict byIdentity(AccessRequest request, PolicyDocument document) {
        return new PolicyInterpreter()
                .decide(request, PolicySet.builder().addIdentity(document).build())
                .verdict();
    }

    private static Verdict byResource(AccessRequest request, PolicyDocument document) {
        return new PolicyInterpreter()
                .decide(request, PolicySet.builder().resource(document).build())
                .verdict();
    }
}
