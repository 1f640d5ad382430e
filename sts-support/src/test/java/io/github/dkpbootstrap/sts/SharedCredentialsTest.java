// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sts;

import static io.github.dkpbootstrap.sts.SessionBench.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.StsAsyncClient;
import software.amazon.awssdk.services.sts.StsClient;

/** The SDK's own clients, with a session's credentials. */
@Timeout(value = 30, unit = TimeUnit.SECONDS)
class SharedCredentialsTest {
    private final FakeHttp http = new FakeHttp();

    @Test
    void credentialsAreNotCloseable() {
        try (SessionBench bench = new SessionBench()) {
            assertThat(bench.session.credentials()).isNotInstanceOf(AutoCloseable.class);
        }
    }

    @Test
    void oneClientClosedLeavesTheOtherWorking() {
        try (SessionBench bench = new SessionBench();
                StsClient second = client(bench)) {
            StsClient first = client(bench);
            assertThat(first.getCallerIdentity().account()).isEqualTo("123456789012");
            first.close();
            assertThat(second.getCallerIdentity().account()).isEqualTo("123456789012");
            bench.advance(Duration.ofHours(1));
            second.getCallerIdentity();
            assertThat(http.signedBy).containsExactly(key(1), key(1), key(2));
            assertThat(bench.sts.calls()).isEqualTo(2);
        }
    }

    @Test
    void failureReachesTheCallerOfTheClientAsItIs() {
        try (SessionBench bench = new SessionBench();
                StsClient client = client(bench)) {
            bench.sts.fail("AccessDenied", "no");
            for (int i = 0; i < 5; i++) {
                assertThatThrownBy(client::getCallerIdentity)
                        .isInstanceOf(UnableToAssumeRoleException.class)
                        .satisfies(e -> assertThat(e.getSuppressed()).hasSizeLessThan(2));
            }
            assertThat(bench.sts.calls()).isEqualTo(1);
        }
    }

    @Test
    void asynchronousClientSharesThem() {
        try (SessionBench bench = new SessionBench();
                StsAsyncClient client = StsAsyncClient.builder()
                        .region(Region.US_WEST_2)
                        .httpClient(http.async())
                        .credentialsProvider(bench.session.credentials())
                        .build()) {
            assertThat(client.getCallerIdentity().join().account()).isEqualTo("123456789012");
            bench.sts.fail("AccessDenied", "no");
            bench.advance(Duration.ofHours(1));
            assertThatThrownBy(() -> client.getCallerIdentity().join())
                    .hasCauseInstanceOf(UnableToAssumeRoleException.class);
            bench.sts.recover();
            bench.advance(Duration.ofSeconds(1));
            client.getCallerIdentity().join();
            assertThat(http.signedBy).containsExactly(key(1), key(3));
        }
    }

    @Test
    void takesTheRegionOfAGivenClient() {
        try (StsClient given = StsClient.builder()
                        .region(Region.EU_CENTRAL_1)
                        .httpClient(http.sync())
                        .build();
                StsClient global = StsClient.builder()
                        .region(Region.AWS_GLOBAL)
                        .httpClient(http.sync())
                        .build();
                StsClient silent = new FakeSts(new VirtualClock())) {
            assertThat(StsConnection.given(given, Optional.empty()).region()).contains(Region.EU_CENTRAL_1);
            assertThat(StsConnection.given(given, Optional.of(Region.US_EAST_1)).region())
                    .contains(Region.US_EAST_1);
            assertThat(StsConnection.given(global, Optional.empty()).region()).isEmpty();
            assertThat(StsConnection.given(silent, Optional.empty()).region()).isEmpty();
        }
    }

    private StsClient client(SessionBench bench) {
        return StsClient.builder()
                .region(Region.US_WEST_2)
                .httpClient(http.sync())
                .credentialsProvider(bench.session.credentials())
                .build();
    }
}
