// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sts;

import static io.github.dkpbootstrap.sts.SessionBench.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;

class SessionRefreshTest {
    @Test
    void asksNothingUntilCredentialsAreWanted() {
        try (SessionBench bench = new SessionBench()) {
            bench.session.credentials();
            assertThat(bench.sts.calls()).isZero();
        }
    }

    @Test
    void sendsTheSettings() {
        try (SessionBench bench =
                new SessionBench(s -> s.duration(Duration.ofMinutes(15)).externalId("ext-1"))) {
            bench.resolve();
            AssumeRoleRequest request = bench.sts.requests.get(0);
            assertThat(request.roleArn()).isEqualTo(SessionBench.ROLE);
            assertThat(request.roleSessionName()).isEqualTo("test");
            assertThat(request.durationSeconds()).isEqualTo(900);
            assertThat(request.externalId()).isEqualTo("ext-1");
        }
    }

    @Test
    void identityCarriesAccountExpirationAndSource() {
        try (SessionBench bench = new SessionBench()) {
            AwsCredentialsIdentity identity = bench.resolveAsync().join();
            assertThat(identity).isInstanceOf(AwsSessionCredentials.class);
            assertThat(identity.accountId()).contains("123456789012");
            assertThat(identity.expirationTime()).contains(bench.clock.instant().plusSeconds(3600));
            assertThat(identity.providerName()).contains("i");
        }
    }

    @Test
    void servesTheSameCredentialsUntilTheWindow() {
        try (SessionBench bench = new SessionBench()) {
            assertThat(bench.resolveAndLand()).isEqualTo(key(1));
            bench.advance(Duration.ofMinutes(45).minusMillis(1));
            assertThat(bench.resolve()).isEqualTo(key(1));
            bench.settle();
            assertThat(bench.sts.calls()).isEqualTo(1);
        }
    }

    @Test
    void refreshesInTheBackgroundWithinTheWindow() {
        try (SessionBench bench = new SessionBench()) {
            bench.resolveAndLand();
            FakeSts.Gate gate = bench.sts.hold();
            bench.advance(Duration.ofMinutes(45));
            assertThat(bench.resolve()).isEqualTo(key(1));
            gate.awaitCall();
            IntStream.range(0, 50).forEach(i -> assertThat(bench.resolve()).isEqualTo(key(1)));
            assertThat(bench.sts.calls()).isEqualTo(2);
            gate.open();
            bench.log.next();
            assertThat(bench.resolve()).isEqualTo(key(2));
            assertThat(bench.sts.calls()).isEqualTo(2);
        }
    }

    @Test
    void waitsForNewOnesOnceExpired() {
        try (SessionBench bench = new SessionBench()) {
            bench.resolve();
            bench.advance(Duration.ofHours(1));
            assertThat(bench.resolve()).isEqualTo(key(2));
        }
    }

    @Test
    void windowIsAQuarterOfTheSessionAndAnHourAtMost() {
        assertThat(window(Duration.ofSeconds(900))).isEqualTo(Duration.ofSeconds(225));
        assertThat(window(Duration.ofHours(1))).isEqualTo(Duration.ofMinutes(15));
        assertThat(window(Duration.ofHours(12))).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void endsByTheDurationWhereTheLocalClockIsBehind() {
        try (SessionBench bench = new SessionBench()) {
            bench.sts.skew(Duration.ofMinutes(20));
            bench.resolve();
            bench.advance(Duration.ofHours(1));
            assertThat(bench.resolve()).isEqualTo(key(2));
        }
    }

    @Test
    void replacesThemAtOnceWhereTheClockWasSetBack() {
        try (SessionBench bench = new SessionBench()) {
            bench.resolveAndLand();
            bench.clock.advance(Duration.ofHours(-2));
            assertThat(bench.resolveAndLand()).isEqualTo(SessionBench.key(1));
            assertThat(bench.resolve()).isEqualTo(SessionBench.key(2));
            assertThat(bench.sts.calls()).isEqualTo(2);
        }
    }

    @Test
    void refusesCredentialsThatAreExpiredOnArrival() {
        try (SessionBench bench = new SessionBench()) {
            bench.sts.skew(Duration.ofHours(-2));
            assertThatThrownBy(bench::resolve)
                    .isInstanceOf(UnableToAssumeRoleException.class)
                    .hasMessageContaining("Set the clock");
            assertThatThrownBy(bench::resolve).isInstanceOf(UnableToAssumeRoleException.class);
            assertThat(bench.sts.calls()).isEqualTo(1);
        }
    }

    @Test
    void invalidateForcesNewCredentials() {
        try (SessionBench bench = new SessionBench()) {
            bench.resolve();
            bench.session.invalidate();
            assertThat(bench.resolve()).isEqualTo(key(2));
        }
    }

    @Test
    void invalidateAlsoOverridesTheCallUnderWay() {
        try (SessionBench bench = new SessionBench()) {
            FakeSts.Gate gate = bench.sts.hold();
            CompletableFuture<? extends AwsCredentialsIdentity> before = bench.resolveAsync();
            gate.awaitCall();
            bench.session.invalidate();
            FakeSts.Gate second = bench.sts.hold();
            CompletableFuture<? extends AwsCredentialsIdentity> after = bench.resolveAsync();
            second.awaitCall();
            second.open();
            assertThat(after.join().accessKeyId()).isEqualTo(key(2));
            gate.open();
            assertThat(before.join().accessKeyId()).isEqualTo(key(1));
            assertThat(bench.resolve()).isEqualTo(key(2));
        }
    }

    @Test
    void invalidateForgetsTheLastFailure() {
        try (SessionBench bench = new SessionBench()) {
            bench.sts.fail("AccessDenied", "no");
            assertThatThrownBy(bench::resolve).isInstanceOf(UnableToAssumeRoleException.class);
            bench.sts.recover();
            bench.session.invalidate();
            assertThat(bench.resolve()).isEqualTo(key(2));
        }
    }

    @Test
    void issuedHoldsWhatTheVendorsPageShows() {
        try (SessionBench bench = new SessionBench()) {
            IssuedCredentials issued = bench.session.issued();
            assertThat(issued.assumedRoleId()).contains("AROAEXAMPLE:test");
            assertThat(issued.assumedRoleArn().orElseThrow())
                    .hasToString("arn:aws:sts::123456789012:assumed-role/dkp-bootstrapper-role/test");
            assertThat(issued.expiration()).contains(bench.clock.instant().plusSeconds(3600));
            assertThat(issued.accountId()).contains("123456789012");
        }
    }

    private static Duration window(Duration session) {
        try (SessionBench bench = new SessionBench()) {
            IssuedCredentials issued = bench.session.issued().toBuilder()
                    .expiration(bench.clock.instant().plus(session))
                    .build();
            Lease lease = Lease.of(issued, bench.clock.instant(), session, RefreshWindow.DEFAULT);
            return Duration.between(lease.prefetch(), lease.end());
        }
    }
}
