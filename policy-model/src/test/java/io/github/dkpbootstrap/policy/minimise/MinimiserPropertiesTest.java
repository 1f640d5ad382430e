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

/** What holds of all documents, tried on random ones; decisions by the interpreter, which the proofs share no code with. */
class MinimiserPropertiesTest {
    private static final long SEED = Long.getLong("policy.seed", System.nanoTime());
    private static final int DOCUMENTS = 60;
    private static final int REQUESTS = 20;
    private static final long STEPS = 1_000_000;

    private final Random random = new Random(SEED);
    private final SmallWorld world = new SmallWorld(random);
    private final Minimiser identity = minimiser(PolicyTarget.MANAGED_POLICY, Options.Sids.KEEP);
    private final Minimiser resource = minimiser(PolicyTarget.RESOURCE_POLICY, Options.Sids.KEEP);
    private final Map<Step.Kind, Integer> kinds = new EnumMap<>(Step.Kind.class);

    @BeforeAll
    static void printSeed() {
        System.out.println("MinimiserPropertiesTest: -Dpolicy.seed=" + SEED);
    }

    @Test
    void decidesIdentityPoliciesAsBefore() {
        forAll(identity, () -> world.identityPolicy(1 + random.nextInt(6)), (document, smaller) -> {
            for (int i = 0; i < REQUESTS; i++) {
                AccessRequest request = world.request();
                assertThat(byIdentity(request, smaller))
                        .as("seed %d: %s %s %s", SEED, request, document, smaller)
                        .isEqualTo(byIdentity(request, document));
            }
        });
        assertThat(kinds).containsKeys(Step.Kind.SHAPE, Step.Kind.SUBSUME);
    }

    @Test
    void decidesResourcePoliciesAsBefore() {
        forAll(resource, world::resourcePolicy, (document, smaller) -> {
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
        forAll(identity, () -> world.identityPolicy(1 + random.nextInt(6)), (document, smaller) -> {
            Reduction reduction = identity.minimise(document);
            int saved = document.quotaCharacters() - smaller.quotaCharacters();

            assertThat(saved).isNotNegative();
            assertThat(reduction.steps().stream().mapToInt(Step::saved).sum()).isEqualTo(saved);
            assertThat(reduction.steps()).allMatch(step -> step.saved() > 0);
        });
    }

    @Test
    void findsNothingMoreTheSecondTime() {
        forAll(resource, world::resourcePolicy, (document, smaller) -> {
            assertThat(resource.minimise(smaller).document())
                    .as("seed %d", SEED)
                    .isEqualTo(smaller);
            assertThat(resource.minimise(smaller).steps()).isEmpty();
        });
    }

    @Test
    void changesNothingThatIsNotProved() {
        Minimiser sceptic = new Minimiser((one, other) -> false, new Options(Options.Sids.DROP, Optional.empty()));
        forAll(
                identity,
                () -> world.identityPolicy(3),
                (document, smaller) ->
                        assertThat(sceptic.minimise(document).document()).isEqualTo(document));
    }

    @Test
    void isProvedAsAWhole() {
        int proved = 0;
        for (int i = 0; i < DOCUMENTS; i++) {
            PolicyTarget target = i % 2 == 0 ? PolicyTarget.MANAGED_POLICY : PolicyTarget.RESOURCE_POLICY;
            PolicyDocument document = i % 2 == 0 ? world.identityPolicy() : world.resourcePolicy();
            PolicyDocument smaller =
                    minimiser(target, Options.Sids.DROP).minimise(document).document();
            proved += EqualityProof.by(target, STEPS).isProved(document, smaller) ? 1 : 0;
        }
        // A few whole documents may take more than the budget; that they are equal follows from the steps.
        assertThat(proved).as("seed %d", SEED).isGreaterThanOrEqualTo(DOCUMENTS * 9 / 10);
    }

    @Test
    void spreadsWithoutAChangeOfDecisions() {
        for (int i = 0; i < 3; i++) {
            PolicyDocument document = world.identityPolicy(100);
            assertThat(document.quotaCharacters()).isGreaterThan(6144);
            EqualityProof proof = EqualityProof.by(PolicyTarget.MANAGED_POLICY, STEPS);
            Fitting.Fitted fitted = new Fitting(proof, new Options(Options.Sids.KEEP, Optional.empty()))
                    .fit(document, PolicyTarget.MANAGED_POLICY);

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

    private void forAll(Minimiser minimiser, Supplier<PolicyDocument> documents, Law law) {
        for (int i = 0; i < DOCUMENTS; i++) {
            PolicyDocument document = documents.get();
            Reduction reduction = minimiser.minimise(document);
            reduction.steps().forEach(step -> kinds.merge(step.kind(), 1, Integer::sum));
            law.check(document, reduction.document());
        }
    }

    private static Minimiser minimiser(PolicyTarget target, Options.Sids sids) {
        return new Minimiser(EqualityProof.by(target, STEPS), new Options(sids, Optional.empty()));
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
