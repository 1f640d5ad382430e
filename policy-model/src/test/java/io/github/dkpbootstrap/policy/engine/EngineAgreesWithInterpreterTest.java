// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.github.dkpbootstrap.policy.ConditionOperator;
import io.github.dkpbootstrap.policy.PolicyDocument;
import io.github.dkpbootstrap.policy.Statement;
import io.github.dkpbootstrap.policy.UnresolvedIntrinsicException;
import io.github.dkpbootstrap.policy.analysis.AccessRequest;
import io.github.dkpbootstrap.policy.analysis.Caller;
import io.github.dkpbootstrap.policy.analysis.Decision;
import io.github.dkpbootstrap.policy.analysis.Decision.Verdict;
import io.github.dkpbootstrap.policy.analysis.PolicyInterpreter;
import io.github.dkpbootstrap.policy.analysis.PolicySet;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The engine against the interpreter, on random policy sets and requests of all of the grammar: the same verdict, the
 * same reasons, and the same complaint about intrinsics. {@code -Dengine.requests=} sets how many requests.
 */
class EngineAgreesWithInterpreterTest {
    private static final long SEED = Long.getLong("policy.seed", System.nanoTime());
    private static final long REQUESTS = Long.getLong("engine.requests", 20_000);
    private static final int REQUESTS_PER_SET = 16;
    private static final String UNRESOLVED = "Unresolved";

    private final Dice dice = new Dice(SEED);
    private final Sightings sightings = new Sightings();

    @BeforeAll
    static void printSeed() {
        System.out.println("EngineAgreesWithInterpreterTest: -Dpolicy.seed=" + SEED + " -Dengine.requests=" + REQUESTS);
    }

    @Test
    void onEveryRequest() {
        Vocabulary vocabulary = new Vocabulary(dice);
        RandomPolicySets sets = new RandomPolicySets(dice, vocabulary);
        RandomRequests requests = new RandomRequests(dice, vocabulary);
        for (long done = 0; done < REQUESTS; done += REQUESTS_PER_SET) {
            vocabulary.chooseAnew();
            Subject subject = new Subject(sets.next());
            for (int i = 0; i < REQUESTS_PER_SET; i++) {
                compare(requests.next(), subject);
            }
        }
        isSeen(UNRESOLVED, 100);
        for (Verdict verdict : Verdict.values()) {
            isSeen(verdict.name(), 40);
        }
        assertThat(sightings.reasons()).as("seed %d", SEED).hasSizeGreaterThanOrEqualTo(15);
    }

    @Test
    void onEveryOperator() {
        Vocabulary vocabulary = new Vocabulary(dice);
        RandomStatements statements = new RandomStatements(dice, vocabulary);
        RandomRequests requests = new RandomRequests(dice, vocabulary);
        for (ConditionOperator operator : Sightings.OPERATORS) {
            for (long i = 0; i < Math.max(100, REQUESTS / 100); i++) {
                vocabulary.chooseAnew();
                Subject subject = new Subject(PolicySet.builder()
                        .addIdentity(PolicyDocument.builder()
                                .addStatement(statements.conditional(operator))
                                .build())
                        .build());
                compare(requests.next(Caller.user(Words.USER)), subject);
            }
            isSeen(operator + " holds", 5000);
            isSeen(operator + " does not hold", 5000);
        }
    }

    /** Fails unless it was seen about once in so many requests, or four times. */
    private void isSeen(String what, long requests) {
        assertThat((long) sightings.count(what))
                .as("seed %d: %s", SEED, what)
                .isGreaterThan(Math.max(3, REQUESTS / requests));
    }

    private record Subject(PolicySet policies, PolicyEngine engine, Map<String, Statement> statements) {
        Subject(PolicySet policies) {
            this(policies, PolicyEngine.compile(policies), Sightings.statements(policies));
        }
    }

    private void compare(AccessRequest request, Subject subject) {
        PolicySet policies = subject.policies();
        PolicyEngine engine = subject.engine();
        Object expected = outcome(() -> new PolicyInterpreter().decide(request, policies));
        Object explained = outcome(() -> engine.explain(request));
        Object verdict = outcome(() -> engine.decide(request));
        Object expectedVerdict = expected instanceof Decision decision ? decision.verdict() : expected;
        if (!expected.equals(explained) || !expectedVerdict.equals(verdict)) {
            fail(
                    "seed %d: %s %s%n%s%n%nexpected %s%n%nbut was %s, explained as %s",
                    SEED, request, request.context(), policies, expected, verdict, explained);
        }
        if (expected instanceof Decision decision) {
            sightings.add(decision, subject.statements());
        } else {
            sightings.add(UNRESOLVED);
        }
    }

    private static Object outcome(Supplier<Object> decision) {
        try {
            return decision.get();
        } catch (UnresolvedIntrinsicException e) {
            return String.valueOf(e.getMessage());
        }
    }
}
