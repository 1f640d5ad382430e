// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.benchmarks;

import io.github.dkpbootstrap.policy.analysis.AccessRequest;
import io.github.dkpbootstrap.policy.analysis.Decision.Verdict;
import io.github.dkpbootstrap.policy.analysis.PolicyInterpreter;
import io.github.dkpbootstrap.policy.analysis.PolicySet;
import io.github.dkpbootstrap.policy.engine.PolicyEngine;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * Measures in one run, on one thread, how many decisions a second engine and interpreter make on the vendor's policy, and
 * exits with 1 where the engine makes fewer than a million or less than 20 times those of the interpreter. Rounds of the
 * two take turns, so that whatever else the machine does meets both; the medians count. What the clock says is what must
 * hold; the processor's time that the thread got says what a machine of its own would do.
 */
public final class DecisionRatio {
    private static final int WARM_UP_ROUNDS = 4;
    private static final int ROUNDS = 11;
    private static final long ROUND_NANOS = 500_000_000;
    private static final double MIN_PER_SECOND = 1_000_000;
    private static final double MIN_RATIO = 20;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

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
        Rounds engineRounds = new Rounds();
        Rounds interpreterRounds = new Rounds();
        for (int round = -WARM_UP_ROUNDS; round < ROUNDS; round++) {
            Rate fast = rate(engine::allows);
            Rate slow = rate(byInterpreter);
            if (round >= 0) {
                engineRounds.add(fast);
                interpreterRounds.add(slow);
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

    private int report(Rounds engine, Rounds interpreter) {
        double ratio = engine.median(Rate::perSecond) / interpreter.median(Rate::perSecond);
        engine.print("engine");
        interpreter.print("interpreter");
        System.out.printf("ratio        %,12.1f%n", ratio);
        System.out.printf("allowed      %,12d of all%n", allowed);
        boolean holds = engine.median(Rate::perSecond) >= MIN_PER_SECOND && ratio >= MIN_RATIO;
        System.out.println(holds ? "holds" : "does not hold: 1,000,000 decisions a second and 20 times are wanted");
        return holds ? 0 : 1;
    }

    /** Decisions a second, by the clock and by the processor's time of the thread. */
    private record Rate(double perSecond, double perProcessorSecond) {}

    private static final class Rounds {
        private final List<Rate> rates = new ArrayList<>();

        void add(Rate rate) {
            rates.add(rate);
        }

        double median(ToDoubleFunction<Rate> part) {
            return sorted(part)[rates.size() / 2];
        }

        void print(String name) {
            double[] sorted = sorted(Rate::perSecond);
            System.out.printf(
                    "%-12s %,12.0f decisions a second (%,.0f to %,.0f); %,.0f a second of processor time%n",
                    name,
                    median(Rate::perSecond),
                    sorted[0],
                    sorted[sorted.length - 1],
                    median(Rate::perProcessorSecond));
        }

        private double[] sorted(ToDoubleFunction<Rate> part) {
            return rates.stream().mapToDouble(part).sorted().toArray();
        }
    }

    /** Looks at the clock once in all requests, so that it costs next to nothing. */
    private Rate rate(Predicate<AccessRequest> evaluator) {
        long startOfThread = THREADS.getCurrentThreadCpuTime();
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
        long processor = THREADS.getCurrentThreadCpuTime() - startOfThread;
        return new Rate(decisions * 1e9 / elapsed, decisions * 1e9 / processor);
    }
}
