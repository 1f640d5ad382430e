// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/** Threads that cannot be had, and threads that do not end. */
@Timeout(value = 30, unit = TimeUnit.SECONDS)
class SessionThreadsTest {
    private final VirtualClock clock = new VirtualClock();
    private final AtomicBoolean exhausted = new AtomicBoolean();

    @Test
    void whoHasValidCredentialsGetsThemWhereNoThreadCanBeHad() {
        CredentialRefresh refresh = refresh(flight -> {
            if (exhausted.get()) {
                throw new OutOfMemoryError("unable to create native thread");
            }
            flight.depart();
        });
        Lease first = refresh.awaitLease();
        clock.advance(Duration.ofMinutes(50));
        exhausted.set(true);
        assertThat(refresh.awaitLease()).isSameAs(first);
        assertThat(refresh.lease().join()).isSameAs(first);
        clock.advance(Duration.ofMinutes(10));
        assertThatThrownBy(refresh::awaitLease).hasMessageContaining("native thread");
        exhausted.set(false);
        assertThat(refresh.awaitLease()).isNotSameAs(first);
        refresh.close();
    }

    @Test
    void threadsThatDoNotEndAreWaitedForTogetherAndNotOneAfterTheOther() {
        CountDownLatch end = new CountDownLatch(1);
        List<Flight> stuck = Stream.generate(() -> stuck(end)).limit(100).toList();
        stuck.forEach(Flight::depart);
        long start = System.nanoTime();
        Flight.join(stuck, 100);
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isBetween(Duration.ofMillis(90), Duration.ofSeconds(5)); // one after the other: 10 s
        end.countDown();
        Flight.join(stuck, 10_000);
    }

    @Test
    void whatASessionAsksForItsCredentialsCannotMakeItWaitForItself() {
        DkpSession[] itself = new DkpSession[1];
        Supplier<String> code = () -> itself[0].issued().accessKeyId();
        AwsCredentialsProvider source = () -> itself[0].credentials().resolveCredentials();
        List<Consumer<DkpSession.Builder>> all =
                List.of(s -> s.mfa("arn:aws:iam::123456789012:mfa/alice", code), s -> s.sourceCredentials(source));
        for (Consumer<DkpSession.Builder> settings : all) {
            try (SessionBench bench = new SessionBench(settings)) {
                itself[0] = bench.session;
                assertThatThrownBy(bench::resolve).hasMessageContaining("would wait for itself");
            }
        }
    }

    private static Flight stuck(CountDownLatch end) {
        return new Flight(
                "stuck",
                () -> {
                    awaited(end);
                    throw new SessionClosedException("ended");
                },
                (flight, lease) -> {},
                (flight, failure) -> {});
    }

    private static void awaited(CountDownLatch end) {
        try {
            end.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private CredentialRefresh refresh(Consumer<Flight> departures) {
        RefreshJournal journal = new RefreshJournal(new RecordingLogger(), "test");
        return new CredentialRefresh(need -> lease(), clock, journal, "test", departures);
    }

    private Lease lease() {
        Instant now = clock.instant();
        IssuedCredentials issued = IssuedCredentials.builder()
                .accessKeyId("ASIAEXAMPLE00000001")
                .secretAccessKey(FakeSts.MARK)
                .sessionToken(FakeSts.MARK)
                .expiration(now.plus(Duration.ofHours(1)))
                .build();
        return Lease.of(issued, now, Duration.ofHours(1), RefreshWindow.DEFAULT);
    }
}
