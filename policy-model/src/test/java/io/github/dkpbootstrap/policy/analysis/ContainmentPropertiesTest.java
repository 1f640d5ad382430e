// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.github.dkpbootstrap.policy.JsonLayout;
import io.github.dkpbootstrap.policy.PolicyDocument;
import io.github.dkpbootstrap.policy.PolicyTarget;
import io.github.dkpbootstrap.policy.UnresolvedIntrinsicException;
import io.github.dkpbootstrap.policy.analysis.RandomPolicies.Openness;
import io.github.dkpbootstrap.policy.catalogue.Catalogue;
import io.github.dkpbootstrap.policy.proof.Strength;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Proofs of random pairs of documents, held against the interpreter: a counterexample is one, and of what is proven no
 * request of the same words is one. A quarter of the pairs is proven by how they are made, half differ in one edit.
 */
class ContainmentPropertiesTest {
    private static final long SEED = Long.getLong("policy.seed", System.nanoTime());
    private static final int PAIRS = Integer.getInteger("proof.pairs", 3_000);
    private static final int REQUESTS = Integer.getInteger("proof.requests", 10);
    /** Whether a counterexample can be made is asked elsewhere. */
    static final Catalogue NO_CATALOGUE = Catalogue.of(LocalDate.EPOCH, "none", List.of(), List.of());

    private static final List<PolicyTarget> TARGETS = List.of(
            PolicyTarget.MANAGED_POLICY,
            PolicyTarget.MANAGED_POLICY,
            PolicyTarget.RESOURCE_POLICY,
            PolicyTarget.SERVICE_CONTROL_POLICY,
            PolicyTarget.TRUST_POLICY,
            PolicyTarget.RESOURCE_CONTROL_POLICY);
    private static final List<Caller> CALLERS = List.of(
            Caller.user("arn:aws:iam::123456789012:user/u"),
            Caller.user("arn:aws:iam::999999999999:user/v"),
            Caller.roleSession("arn:aws:iam::123456789012:role/r", "s"),
            Caller.roleSession("arn:aws:iam::123456789012:role/q", "s"),
            Caller.root("123456789012"),
            Caller.service("ec2.amazonaws.com"),
            Caller.federated("accounts.example.com"),
            Caller.anonymous());

    private final Map<String, Integer> seen = new TreeMap<>();
    private final PolicyInterpreter interpreter = new PolicyInterpreter();

    @BeforeAll
    static void printSeed() {
        System.out.println("ContainmentPropertiesTest: -Dpolicy.seed=" + SEED);
    }

    @Test
    void closedPairsAreDecidedAsTheInterpreterDecides() {
        run(Openness.CLOSED, new Random(SEED));

        System.out.println("closed pairs: " + seen);
        assertThat(count("UNKNOWN")).isLessThanOrEqualTo(PAIRS / 100);
        assertThat(count("narrowed PROVEN")).isGreaterThanOrEqualTo(PAIRS / 4 - PAIRS / 100);
        assertThat(count("edited COUNTEREXAMPLE")).isGreaterThan(PAIRS / 20);
    }

    @Test
    void openPairsAreNeverProvenWrongly() {
        run(Openness.OPEN, new Random(SEED + 1));

        System.out.println("open pairs: " + seen);
        assertThat(count("narrowed COUNTEREXAMPLE")).isZero();
    }

    private int count(String part) {
        return seen.entrySet().stream()
                .filter(entry -> entry.getKey().contains(part))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    private void run(Openness openness, Random random) {
        RandomPolicies policies = new RandomPolicies(random, openness);
        for (int i = 0; i < PAIRS; i++) {
            PolicyTarget target = policies.pick(TARGETS);
            boolean namesPrincipals = !target.isIdentityBased() && target != PolicyTarget.SERVICE_CONTROL_POLICY;
            PolicyDocument wide = policies.document(namesPrincipals);
            PolicyEdits edits = new PolicyEdits(random, policies, namesPrincipals);
            String how = i % 4 == 0 ? "narrowed" : i % 4 == 3 ? "independent" : "edited";
            PolicyDocument narrow = switch (how) {
                case "narrowed" -> edits.narrowed(wide);
                case "edited" -> edits.edited(wide);
                default -> policies.document(namesPrincipals);
            };
            check(how, narrow, wide, target, policies);
        }
    }

    private void check(
            String how, PolicyDocument narrow, PolicyDocument wide, PolicyTarget target, RandomPolicies policies) {
        Containment answer;
        try {
            answer = PolicyAnalysis.of(narrow, target).using(NO_CATALOGUE).isNoBroaderThan(wide);
        } catch (RuntimeException e) {
            throw new AssertionError(described(narrow, wide, target), e);
        }
        seen.merge(how + " " + name(answer), 1, Integer::sum);
        if (how.equals("narrowed") && answer.counterexample().isPresent()) {
            fail(described(narrow, wide, target) + "\n" + answer);
        }
        if (answer.isProven()) {
            for (int i = 0; i < REQUESTS; i++) {
                noRequestTellsThemApart(narrow, wide, target, policies);
            }
        }
    }

    private void noRequestTellsThemApart(
            PolicyDocument narrow, PolicyDocument wide, PolicyTarget target, RandomPolicies policies) {
        AccessRequest request = policies.request(policies.pick(CALLERS));
        Surroundings surroundings = new Surroundings(target, policies.pick(List.of(Strength.values())));
        try {
            if (interpreter.decide(request, surroundings.with(narrow)).allowed()
                    && !interpreter.decide(request, surroundings.with(wide)).allowed()) {
                fail("PROVEN wrongly by " + request + request.context() + "\n" + described(narrow, wide, target));
            }
        } catch (UnresolvedIntrinsicException e) {
            // No answer of the interpreter, so none to hold against the proof.
            return;
        }
    }

    private static String name(Containment answer) {
        if (answer.isProven()) {
            return "PROVEN";
        }
        return answer instanceof Containment.Unknown unknown
                ? "UNKNOWN " + unknown.cause() + " " + unknown.detail()
                : "COUNTEREXAMPLE";
    }

    private static String described(PolicyDocument narrow, PolicyDocument wide, PolicyTarget target) {
        return "seed %d, %s%n%s%n%s"
                .formatted(SEED, target, narrow.toJson(JsonLayout.MINIFIED), wide.toJson(JsonLayout.MINIFIED));
    }
}
