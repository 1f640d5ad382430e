// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.benchmarks;

import io.github.dkpbootstrap.policy.analysis.AccessRequest;
import io.github.dkpbootstrap.policy.analysis.Decision.Verdict;
import io.github.dkpbootstrap.policy.analysis.PolicyInterpreter;
import io.github.dkpbootstrap.policy.analysis.PolicySet;
import io.github.dkpbootstrap.policy.engine.PolicyEngine;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.DoubleStream;

/**
 * Measures in one run, on one thread, how many decisions a second engine and interpreter make on the vendor's policy, and
 * exits with 1 where the engine makes fewer than a million or less than 20 times those of the interpreter. Rounds of the
 * two take turns, so that whatever else the machine does meets both; the medians count.
 */
public final class DecisionRatio {
    private static final int WARM_UP_ROUNDS = 4;
    private static final int ROUNDS = 11;
    private static final long ROUND_NANOS = 500_000_000;
    private static final double MIN_PER_SECOND = 1_000_000;
    private static final double MIN_RATIO = 20;

    private final AccessRequest[] requests = VendorRequests.requests();
    private long allowed;

    private DecisionRatio() {}

    /** Runs it; takes no arguments. */
    public static void main(String[] args) {
        System.exit(new DecisionRatio().run());
    }

    private int run() {
        PolicySet policies = VendorRequests.policies();
        PolicyEngine engine = PolicyEngine.compile(policies);
        PolicyInterpreter interpreter = new PolicyInterpreter();
        Predicate<AccessRequest> byInterpreter =
                request -> interpreter.decide(request, policies).allowed();
        requireAgreement(engine, byInterpreter);
        double[] engineRounds = new double[ROUNDS];
        double[] interpreterRounds = new double[ROUNDS];
        for (int round = -WARM_UP_ROUNDS; round < ROUNDS; round++) {
            double fast = perSecond(engine::allows);
            double slow = perSecond(byInterpreter);
            if (round >= 0) {
                engineRounds[round] = fast;
                interpreterRounds[round] = slow;
            }
        }
        return report(engineRounds, interpreterRounds);
    }

    private void requireAgreement(PolicyEngine engine, Predicate<AccessRequest> other) {
        Map<Verdict, Integer> mix = new TreeMap<>();
        for (AccessRequest request : requests) {
            if (engine.allows(request) != other.test(request)) {
                throw new IllegalStateException("engine and interpreter differ on " + request);
            }
            mix.merge(engine.decide(request), 1, Integer::sum);
        }
        System.out.println(requests.length + " requests: " + mix);
    }

    private int report(double[] engine, double[] interpreter) {
        double ratio = median(engine) / median(interpreter);
        print("engine", engine);
        print("interpreter", interpreter);
        System.out.printf("ratio        %,12.1f%n", ratio);
        System.out.printf("allowed      %,12d of all%n", allowed);
        boolean holds = median(engine) >= MIN_PER_SECOND && ratio >= MIN_RATIO;
        System.out.println(holds ? "holds" : "does not hold: 1,000,000 decisions a second and 20 times are wanted");
        return holds ? 0 : 1;
    }

    private static void print(String name, double... rounds) {
        double least = DoubleStream.of(rounds).min().orElseThrow();
        double most = DoubleStream.of(rounds).max().orElseThrow();
        System.out.printf("%-12s %,12.0f decisions a second (%,.0f to %,.0f)%n", name, median(rounds), least, most);
    }

    private static double median(double... rounds) {
        double[] sorted = rounds.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    /** Looks at the clock once in all requests, so that it costs next to nothing. */
    private double perSecond(Predicate<AccessRequest> evaluator) {
        long start = System.nanoTime();
        long decisions = 0;
        long elapsed;
        do {
            for (int repeat = 0; repeat < 8; repeat++) {
                for (AccessRequest request : requests) {
                    allowed += evaluator.test(request) ? 1 : 0;
                }
            }
            decisions += 8L * requests.length;
            elapsed = System.nanoTime() - start;
        } while (elapsed < ROUND_NANOS);
        return decisions * 1e9 / elapsed;
    }
}
