// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.benchmarks;

import io.github.dkpbootstrap.sts.DkpSession;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.LongAdder;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.services.sts.auth.StsAssumeRoleCredentialsProvider;

/**
 * Measures in one run a session beside the SDK's own {@code StsAssumeRoleCredentialsProvider}, on an STS without a network:
 * how many credentials a second both give while those at hand are valid, and what a start comes to that fails or is slow
 * while many threads ask at once. Rounds of the two take turns; the medians count. Exits with 1 where a session gives less
 * than half of what the SDK gives, or asks STS more than once.
 */
public final class SessionRatio {
    private static final int WARM_UP_ROUNDS = 3;
    private static final int ROUNDS = 9;
    private static final long ROUND_NANOS = 300_000_000;
    private static final int BATCH = 256;
    private static final int CROWD = 32;
    private static final int COLD_ROUNDS = 5;
    private static final double MIN_RATIO = 0.5;

    private SessionRatio() {}

    /** Runs it; takes no arguments. */
    public static void main(String[] args) {
        List<Boolean> held = List.of( // each is measured and printed, whatever the others say
                hot(1),
                hot(8),
                cold("failing cold start", Duration.ofMillis(50), ScriptedSts.Answer.DENIAL),
                cold("slow cold start", Duration.ofSeconds(6), ScriptedSts.Answer.CREDENTIALS));
        boolean holds = !held.contains(false);
        System.out.println(holds ? "holds" : "does not hold");
        System.exit(holds ? 0 : 1);
    }

    private static boolean hot(int threads) {
        List<Double> ours = new ArrayList<>();
        List<Double> theirs = new ArrayList<>();
        try (DkpSession session = session(new ScriptedSts(Duration.ZERO, ScriptedSts.Answer.CREDENTIALS));
                StsAssumeRoleCredentialsProvider sdk =
                        sdk(new ScriptedSts(Duration.ZERO, ScriptedSts.Answer.CREDENTIALS))) {
            for (int round = -WARM_UP_ROUNDS; round < ROUNDS; round++) {
                double mine = perSecond(session.credentials(), threads);
                double other = perSecond(sdk, threads);
                if (round >= 0) {
                    ours.add(mine);
                    theirs.add(other);
                }
            }
        }
        double ratio = median(ours) / median(theirs);
        System.out.printf(
                "hot path, %d thread(s): session %,.0f/s, SDK %,.0f/s, ratio %.2f%n",
                threads, median(ours), median(theirs), ratio);
        return ratio >= MIN_RATIO;
    }

    private static boolean cold(String what, Duration latency, ScriptedSts.Answer answer) {
        Crowd ours = new Crowd(0, 0);
        Crowd theirs = new Crowd(0, 0);
        for (int round = 0; round < COLD_ROUNDS; round++) {
            ScriptedSts mine = new ScriptedSts(latency, answer);
            try (DkpSession session = session(mine)) {
                ours = ours.plus(ask(session.credentials()), mine);
            }
            ScriptedSts other = new ScriptedSts(latency, answer);
            try (StsAssumeRoleCredentialsProvider sdk = sdk(other)) {
                theirs = theirs.plus(ask(sdk), other);
            }
        }
        System.out.printf(
                "%s, %d threads, STS takes %d ms: session %.1f calls, all done in %.0f ms; SDK %.1f calls, %.0f ms%n",
                what,
                CROWD,
                latency.toMillis(),
                ours.callsPerRound(),
                ours.millisPerRound(),
                theirs.callsPerRound(),
                theirs.millisPerRound());
        return ours.calls() == COLD_ROUNDS;
    }

    /** What asking at once came to, over all rounds. */
    private record Crowd(int calls, long nanos) {
        Crowd plus(long nanosOfRound, ScriptedSts sts) {
            return new Crowd(calls + sts.calls(), nanos + nanosOfRound);
        }

        double callsPerRound() {
            return (double) calls / COLD_ROUNDS;
        }

        double millisPerRound() {
            return nanos / 1e6 / COLD_ROUNDS;
        }
    }

    /** Returns the time in which all threads, which ask together, have got an answer. */
    private static long ask(AwsCredentialsProvider provider) {
        CountDownLatch start = new CountDownLatch(1);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < CROWD; i++) {
            Thread thread = new Thread(() -> {
                awaitQuietly(start);
                try {
                    provider.resolveCredentials();
                } catch (RuntimeException e) {
                    // the failure is what is measured
                }
            });
            thread.start();
            threads.add(thread);
        }
        long begin = System.nanoTime();
        start.countDown();
        threads.forEach(SessionRatio::join);
        return System.nanoTime() - begin;
    }

    private static double perSecond(AwsCredentialsProvider provider, int threads) {
        LongAdder done = new LongAdder();
        List<Thread> workers = new ArrayList<>();
        long begin = System.nanoTime();
        for (int i = 0; i < threads; i++) {
            Thread worker = new Thread(() -> {
                while (System.nanoTime() - begin < ROUND_NANOS) {
                    for (int k = 0; k < BATCH; k++) {
                        provider.resolveIdentity().join();
                    }
                    done.add(BATCH);
                }
            });
            worker.start();
            workers.add(worker);
        }
        workers.forEach(SessionRatio::join);
        return done.sum() / ((System.nanoTime() - begin) / 1e9);
    }

    private static DkpSession session(ScriptedSts sts) {
        return DkpSession.open(s ->
                s.roleArn(ScriptedSts.ROLE).sessionName(ScriptedSts.SESSION).stsClient(sts));
    }

    private static StsAssumeRoleCredentialsProvider sdk(ScriptedSts sts) {
        return StsAssumeRoleCredentialsProvider.builder()
                .stsClient(sts)
                .refreshRequest(r -> r.roleArn(ScriptedSts.ROLE).roleSessionName(ScriptedSts.SESSION))
                .build();
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
