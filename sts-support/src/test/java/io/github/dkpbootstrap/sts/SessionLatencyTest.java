// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sts;

import static io.github.dkpbootstrap.sts.SessionBench.key;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.helpers.NOPLogger;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/** Asking takes no time, whatever STS does. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class SessionLatencyTest {
    private static final Duration LIMIT = Duration.ofMillis(10);
    private static final int ROUNDS = 41;

    @Test
    void resolveIdentityReturnsAtOnceWithAStalledStsAndNoCredentials() {
        try (SessionBench bench = new SessionBench()) {
            FakeSts.Gate gate = bench.sts.hold();
            assertThat(median(() -> {
                        bench.session.invalidate(); // so that each round has a flight of its own to start
                        return bench.resolveAsync();
                    }))
                    .isLessThan(LIMIT);
            gate.open();
        }
    }

    @Test
    void resolveIdentityReturnsAtOnceWithAStalledStsAndOldCredentials() {
        try (SessionBench bench = new SessionBench()) {
            bench.resolveAndLand();
            bench.advance(Duration.ofMinutes(50));
            FakeSts.Gate gate = bench.sts.hold();
            assertThat(median(bench::resolveAsync)).isLessThan(LIMIT);
            gate.awaitCall();
            assertThat(bench.resolveAsync().join().accessKeyId()).isEqualTo(key(1));
            gate.open();
        }
    }

    @Test
    void freshCredentialsAreReadWithoutTheLock() throws InterruptedException, ExecutionException, TimeoutException {
        VirtualClock clock = new VirtualClock();
        IssuedCredentials issued = IssuedCredentials.builder()
                .accessKeyId("ASIA1")
                .secretAccessKey("hush")
                .sessionToken("hush")
                .build();
        CredentialRefresh refresh = new CredentialRefresh(
                need -> Lease.of(issued, clock.instant(), Duration.ofHours(1), RefreshWindow.DEFAULT),
                clock,
                new RefreshJournal(NOPLogger.NOP_LOGGER, "test"),
                "test");
        SessionCredentials credentials = new SessionCredentials(refresh, "test");
        credentials.resolveCredentials();
        FutureTask<String> reading =
                new FutureTask<>(() -> credentials.resolveCredentials().accessKeyId()
                        + credentials.resolveIdentity().join().accessKeyId());
        synchronized (refresh.lock) {
            new Thread(reading).start();
            assertThat(reading.get(30, TimeUnit.SECONDS)).isEqualTo("ASIA1ASIA1");
        }
    }

    private static Duration median(Supplier<CompletableFuture<? extends AwsCredentialsIdentity>> ask) {
        long[] nanos = new long[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            CompletableFuture<? extends AwsCredentialsIdentity> future = ask.get();
            nanos[round] = System.nanoTime() - start;
            assertThat(future).isNotNull();
        }
        Arrays.sort(nanos);
        return Duration.ofNanos(nanos[ROUNDS / 2]);
    }
}
