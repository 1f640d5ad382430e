// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sts;

import static io.github.dkpbootstrap.sts.SessionBench.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/** Where the credentials come from that assume the role. */
@Timeout(value = 30, unit = TimeUnit.SECONDS)
class SessionSourceTest {
    @Test
    void aGivenProviderIsAskedOnceAtEachRefreshAndNeverClosed() {
        Numbered provider = new Numbered();
        try (SessionBench bench = new SessionBench(s -> s.sourceCredentials(provider))) {
            for (int hour = 0; hour < 3; hour++) {
                bench.resolve();
                bench.resolve();
                bench.advance(Duration.ofHours(1));
            }
            assertThat(bench.sts.assumedBy).containsExactly("AKIA1", "AKIA2", "AKIA3");
        }
        assertThat(provider.closes).hasValue(0);
    }

    @Test
    void theProviderOfAGivenClientIsAskedOnceAtEachRefreshAndNeverClosed() {
        Numbered provider = new Numbered();
        try (SessionBench bench = new SessionBench()) {
            bench.sts.ownCredentials(provider);
            bench.resolve();
            bench.advance(Duration.ofHours(1));
            bench.resolve();
            assertThat(bench.sts.assumedBy).containsExactly("AKIA1", "AKIA2");
        }
        assertThat(provider.closes).hasValue(0);
    }

    @Test
    void aGivenProviderOutranksThatOfTheClient() {
        try (SessionBench bench = new SessionBench(s -> s.sourceCredentials(SessionBench.USER))) {
            bench.sts.ownCredentials(new Numbered());
            bench.resolve();
            assertThat(bench.sts.assumedBy).containsExactly("AKIAEXAMPLE00000001");
        }
    }

    @Test
    void aClientThatTellsNoProviderSignsByItself() {
        try (SessionBench bench = new SessionBench()) {
            bench.resolve();
            bench.sts.ownCredentials(AnonymousCredentialsProvider.create());
            bench.advance(Duration.ofHours(1));
            bench.resolve();
            assertThat(bench.sts.assumedBy).containsExactly("", "");
        }
    }

    @Test
    void aChainIsMadeForEachLookAndClosedAfterIt() {
        AtomicInteger made = new AtomicInteger();
        Numbered chain = new Numbered();
        SourceCredentials sources = SourceCredentials.freshly(() -> {
            made.incrementAndGet();
            return chain;
        });
        assertThat(sources.resolve().orElseThrow().accessKeyId()).isEqualTo("AKIA1");
        assertThat(sources.resolve().orElseThrow().accessKeyId()).isEqualTo("AKIA2");
        assertThat(made).hasValue(2);
        assertThat(chain.closes).hasValue(2);
    }

    @Test
    void aChainIsClosedEvenIfItFindsNothing() {
        Numbered chain = new Numbered();
        chain.failure = SdkClientException.create("Unable to load credentials from any of the providers");
        assertThatThrownBy(SourceCredentials.freshly(() -> chain)::resolve).isSameAs(chain.failure);
        assertThat(chain.closes).hasValue(1);
    }

    @Test
    void wantOfCredentialsIsToldWithoutACallAndOverWhenThereAreSome() {
        Numbered provider = new Numbered();
        provider.failure = SdkClientException.create("Unable to load credentials from any of the providers");
        try (SessionBench bench = new SessionBench(s -> s.sourceCredentials(provider))) {
            assertThatThrownBy(bench::resolve)
                    .isInstanceOf(UnableToAssumeRoleException.class)
                    .hasCause(provider.failure)
                    .hasMessageContainingAll(SessionBench.ROLE, "no credentials to assume the role with", "sign in");
            provider.failure = new IllegalStateException("the vault is shut");
            bench.session.invalidate();
            assertThatThrownBy(bench::resolve)
                    .isInstanceOf(UnableToAssumeRoleException.class)
                    .hasMessageContainingAll("the vault is shut", "the provider that they come from");
            assertThat(bench.sts.calls()).isZero();
            provider.failure = null;
            bench.session.invalidate();
            assertThat(bench.resolve()).isEqualTo(key(1));
        }
    }

    @Test
    @SuppressWarnings("NullAway") // what a provider that is not checked for nullness may do
    void aProviderThatGivesNothingIsAClearError() {
        try (SessionBench bench = new SessionBench(s -> s.sourceCredentials((AwsCredentialsProvider) () -> null))) {
            assertThatThrownBy(bench::resolve)
                    .isInstanceOf(UnableToAssumeRoleException.class)
                    .hasMessageContaining("The provider gave no credentials");
            assertThat(bench.sts.calls()).isZero();
        }
    }

    @Test
    void theExceptionOfASessionThatIsTheSourceOfAnotherIsPassedOn() {
        AwsCredentialsProvider closed;
        try (SessionBench first = new SessionBench()) {
            closed = first.session.credentials();
        }
        try (SessionBench second = new SessionBench(s -> s.sourceCredentials(closed))) {
            assertThatThrownBy(second::resolve).isInstanceOf(SessionClosedException.class);
        }
    }

    @Test
    void aProviderThatBlocksKeepsNobodyFromValidCredentials() {
        FakeSts.Gate gate = new FakeSts.Gate();
        Numbered provider = new Numbered();
        try (SessionBench bench = new SessionBench(s -> s.sourceCredentials(provider))) {
            bench.resolveAndLand();
            provider.gate = gate;
            bench.advance(Duration.ofMinutes(50));
            for (int i = 0; i < 20; i++) {
                assertThat(bench.resolve()).isEqualTo(key(1));
            }
            gate.awaitCall();
            assertThat(bench.resolve()).isEqualTo(key(1));
            bench.advance(Duration.ofMinutes(10));
            CompletableFuture<? extends AwsCredentialsIdentity> waiting = bench.resolveAsync();
            assertThat(waiting).isNotDone();
            gate.open();
            assertThat(waiting.join().accessKeyId()).isEqualTo(key(2));
        }
    }

    @Test
    void closingInterruptsAProviderThatBlocks() {
        FakeSts.Gate gate = new FakeSts.Gate();
        Numbered provider = new Numbered();
        provider.gate = gate;
        SessionBench bench = new SessionBench(s -> s.sourceCredentials(provider));
        CompletableFuture<? extends AwsCredentialsIdentity> waiting = bench.resolveAsync();
        gate.awaitCall();
        List<Thread> threads = bench.threads();
        bench.close();
        assertThat(threads).noneMatch(Thread::isAlive);
        assertThatThrownBy(waiting::get).hasCauseInstanceOf(SessionClosedException.class);
    }

    @Test
    void theSourceIsAskedForOnlyWhenCredentialsAreWanted() {
        new SessionBench(s -> s.stsClient(new FakeSts(new VirtualClock()))
                        .sourceCredentials((AwsCredentialsProvider) () -> {
                            throw new AssertionError("asked");
                        })
                        .region(Region.US_EAST_1))
                .close();
    }

    /** Gives keys numbered by when they were asked for. */
    private static final class Numbered implements AwsCredentialsProvider, SdkAutoCloseable {
        private final AtomicInteger asked = new AtomicInteger();
        private final AtomicInteger closes = new AtomicInteger();
        private volatile @Nullable RuntimeException failure;
        private volatile FakeSts.@Nullable Gate gate;

        @Override
        public AwsCredentials resolveCredentials() {
            FakeSts.Gate held = gate;
            if (held != null) {
                held.pass();
            }
            RuntimeException failing = failure;
            if (failing != null) {
                throw failing;
            }
            return AwsBasicCredentials.create("AKIA" + asked.incrementAndGet(), FakeSts.MARK + "-secret");
        }

        @Override
        public void close() {
            closes.incrementAndGet();
        }
    }
}
