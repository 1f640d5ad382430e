// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sts;

import static io.github.dkpbootstrap.sts.SessionBench.ROLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.regions.Region;

@Timeout(value = 30, unit = TimeUnit.SECONDS)
class SessionCloseTest {
    @Test
    void leavesAGivenClientOpen() {
        SessionBench bench = new SessionBench();
        bench.session.close();
        assertThat(bench.sts.closes).hasValue(0);
    }

    @Test
    void closesTheClientThatItMadeOnce() {
        VirtualClock clock = new VirtualClock();
        FakeSts made = new FakeSts(clock);
        DkpSession session = DkpSession.builder()
                .roleArn(ROLE)
                .clock(clock)
                .sourceCredentials(SessionBench.USER)
                .ownClient(() -> Region.EU_CENTRAL_1, region -> made)
                .build();
        assertThat(session.issued().region()).contains(Region.EU_CENTRAL_1);
        session.close();
        session.close();
        assertThat(made.closes).hasValue(1);
    }

    @Test
    void useAfterCloseIsATypedError() {
        SessionBench bench = new SessionBench();
        AwsCredentialsProvider credentials = bench.session.credentials();
        bench.resolve();
        bench.close();
        assertThatThrownBy(credentials::resolveCredentials).isInstanceOf(SessionClosedException.class);
        assertThatThrownBy(() -> credentials.resolveIdentity().get()).hasCauseInstanceOf(SessionClosedException.class);
        assertThatThrownBy(bench.session::credentials).isInstanceOf(SessionClosedException.class);
        assertThatThrownBy(bench.session::issued).isInstanceOf(SessionClosedException.class);
        assertThatThrownBy(bench.session::invalidate).isInstanceOf(SessionClosedException.class);
    }

    @Test
    void closingReleasesWaitersAndEndsTheThread() {
        SessionBench bench = new SessionBench();
        FakeSts.Gate gate = bench.sts.hold();
        CompletableFuture<? extends AwsCredentialsIdentity> waiting = bench.resolveAsync();
        gate.awaitCall();
        List<Thread> threads = bench.threads();
        assertThat(threads).singleElement().matches(Thread::isDaemon, "is a daemon");
        bench.close();
        assertThat(threads).noneMatch(Thread::isAlive);
        assertThatThrownBy(waiting::get).hasCauseInstanceOf(SessionClosedException.class);
    }

    @Test
    void canBeClosedByWhatRunsOnArrival() {
        SessionBench bench = new SessionBench();
        FakeSts.Gate gate = bench.sts.hold();
        CompletableFuture<Void> closing = bench.resolveAsync().thenAccept(identity -> bench.close());
        gate.open();
        closing.join();
        assertThatThrownBy(bench.session::issued).isInstanceOf(SessionClosedException.class);
    }

    @Test
    void refusedSettingsMakeNoClient() {
        assertThatThrownBy(() -> DkpSession.builder()
                        .roleArn(ROLE)
                        .duration(Duration.ofHours(2))
                        .roleFacts(() -> Optional.of(Duration.ofHours(1)))
                        .ownClient(() -> Region.EU_CENTRAL_1, region -> {
                            throw new AssertionError("a client was made");
                        })
                        .build())
                .isInstanceOf(InvalidSessionException.class);
    }
}
