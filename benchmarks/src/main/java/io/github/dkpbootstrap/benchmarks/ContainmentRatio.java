// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.benchmarks;

import io.github.dkpbootstrap.policy.Effect;
import io.github.dkpbootstrap.policy.PolicyDocument;
import io.github.dkpbootstrap.policy.PolicyTarget;
import io.github.dkpbootstrap.policy.analysis.PolicyAnalysis;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.function.BooleanSupplier;

/**
 * Measures in one run how long it takes to prove that the vendor's policy is no broader than two wider ones: itself with two
 * statements more, and six wildcards. The peer is the automaton of {@link AutomatonContainment}. Exits with 1 where a proof
 * takes 5 milliseconds of processor time or more (median, warm).
 */
public final class ContainmentRatio {
    private static final int WARM_UP = 300;
    private static final int PROOFS = 101;
    private static final int PEER_RUNS = 7;
    private static final double MAX_MILLIS = 5;

    private ContainmentRatio() {}

    /** Runs it; takes no arguments. */
    public static void main(String[] args) {
        PolicyDocument vendor = VendorRequests.policies().identity().get(0);
        PolicyDocument superset = PolicyDocument.builder()
                .statements(vendor.statements())
                .addStatement(
                        s -> s.effect(Effect.ALLOW).actions("ec2:*", "s3:Get*").resources("*"))
                .addStatement(s -> s.effect(Effect.ALLOW).actions("sts:*").resources("arn:*:iam::*:role/*"))
                .build();
        PolicyDocument wildcards = PolicyDocument.builder()
                .addStatement(s -> s.effect(Effect.ALLOW)
                        .actions("autoscaling:*", "ec2:*", "elasticloadbalancing:*", "iam:*", "tag:*")
                        .resources("*"))
                .addStatement(
                        s -> s.effect(Effect.ALLOW).actions("secretsmanager:*").resources("arn:*:*:*:*:*"))
                .addStatement(s -> s.effect(Effect.ALLOW)
                        .actions("secretsmanager:*")
                        .resources("arn:*:secretsmanager:*:*:secret:*"))
                .build();
        boolean supersetIsFast = measure("its own superset", vendor, superset);
        boolean wildcardsAreFast = measure("six wildcards", vendor, wildcards);
        System.exit(supersetIsFast && wildcardsAreFast ? 0 : 1);
    }

    private static boolean measure(String name, PolicyDocument vendor, PolicyDocument wide) {
        PolicyAnalysis analysis = PolicyAnalysis.of(vendor, PolicyTarget.MANAGED_POLICY);
        BooleanSupplier proof = () -> analysis.isNoBroaderThan(wide).isProven();
        BooleanSupplier peer = () -> AutomatonContainment.isContained(vendor, wide);
        median(WARM_UP, proof);
        double own = median(PROOFS, proof);
        median(2, peer);
        double other = median(PEER_RUNS, peer);
        System.out.printf("against %s: proof %.3f ms, automaton %.1f ms, ratio %.0f%n", name, own, other, other / own);
        return own < MAX_MILLIS;
    }

    private static double median(int runs, BooleanSupplier question) {
        double[] millis = new double[runs];
        for (int i = 0; i < runs; i++) {
            long start = processorTime();
            if (!question.getAsBoolean()) {
                throw new IllegalStateException("not contained");
            }
            millis[i] = (processorTime() - start) / 1e6;
        }
        Arrays.sort(millis);
        return millis[runs / 2];
    }

    private static long processorTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
