// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sts;

import static io.github.dkpbootstrap.sts.SessionBench.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.slf4j.event.Level;

class SessionOutageTest {
    @Test
    void servesThroughAnOutageWithOneWarningAndTellsOfTheRecovery() {
        try (SessionBench bench = new SessionBench()) {
            bench.resolveAndLand();
            bench.sts.fail("ServiceUnavailable", "later");
            bench.advance(Duration.ofMinutes(45));
            for (int failure = 1; failure <= 4; failure++) {
                assertThat(bench.resolveAndLand()).isEqualTo(key(1));
                assertThat(bench.sts.calls()).isEqualTo(1 + failure);
                bench.advance(Duration.ofMinutes(2));
            }
            assertThat(bench.log.at(Level.WARN))
                    .hasSize(1)
                    .first()
                    .asString()
                    .contains("ServiceUnavailable", "good until");
            bench.sts.recover();
            bench.resolveAndLand();
            assertThat(bench.resolve()).isEqualTo(key(6));
            assertThat(bench.log.at(Level.INFO)).hasSize(1).first().asString().contains("after 4 failed");
            assertThat(bench.log.at(Level.WARN)).hasSize(1);
        }
    }

    @Test
    void warnsAgainInTheNextOutage() {
        try (SessionBench bench = new SessionBench()) {
            bench.resolveAndLand();
            for (int outage = 1; outage <= 2; outage++) {
                bench.advance(Duration.ofMinutes(45));
                bench.sts.fail("ServiceUnavailable", "later");
                bench.resolveAndLand();
                bench.advance(Duration.ofSeconds(5));
                bench.sts.recover();
                bench.resolveAndLand();
                assertThat(bench.log.at(Level.WARN)).hasSize(outage);
                assertThat(bench.log.at(Level.INFO)).hasSize(outage);
            }
        }
    }

    @Test
    void invalidatingDoesNotHideThatAnOutageEnds() {
        try (SessionBench bench = new SessionBench()) {
            bench.resolveAndLand();
            bench.sts.fail("ServiceUnavailable", "later");
            bench.advance(Duration.ofMinutes(45));
            bench.resolveAndLand();
            bench.session.invalidate();
            assertThatThrownBy(bench::resolve).isInstanceOf(UnableToAssumeRoleException.class);
            bench.sts.recover();
            bench.session.invalidate();
            assertThat(bench.resolve()).isEqualTo(key(4));
            assertThat(bench.log.at(Level.WARN)).hasSize(1);
            assertThat(bench.log.at(Level.INFO)).hasSize(1);
        }
    }

    @Test
    void backsOffWhileCredentialsAreValid() {
        try (SessionBench bench = new SessionBench(s -> s.duration(Duration.ofHours(12)))) {
            bench.resolveAndLand();
            bench.sts.fail("ServiceUnavailable", "later");
            bench.advance(Duration.ofHours(11));
            bench.resolveAndLand();
            for (int pause : new int[] {5, 10, 20, 40, 80, 160, 300, 300}) {
                int before = bench.sts.calls();
                bench.advance(Duration.ofSeconds(pause).minusMillis(1));
                bench.resolve();
                bench.settle();
                assertThat(bench.sts.calls()).as("before %d s are over", pause).isEqualTo(before);
                bench.advance(Duration.ofMillis(1));
                bench.resolveAndLand();
                assertThat(bench.sts.calls()).as("after %d s", pause).isEqualTo(before + 1);
            }
        }
    }

    @Test
    void servesToTheLastSecondAndFailsAtTheTrueExpiry() {
        try (SessionBench bench = new SessionBench()) {
            bench.resolveAndLand();
            bench.sts.fail("ServiceUnavailable", "later");
            bench.advance(Duration.ofMinutes(60).minusMillis(1));
            assertThat(bench.resolveAndLand()).isEqualTo(key(1));
            bench.advance(Duration.ofMillis(1));
            assertThatThrownBy(bench::resolve).isInstanceOf(UnableToAssumeRoleException.class);
        }
    }

    @Test
    void triesAgainSoonAfterExpiryHoweverLongThePauseWas() {
        try (SessionBench bench = new SessionBench()) {
            bench.resolveAndLand();
            bench.sts.fail("ServiceUnavailable", "later");
            for (int minutes : new int[] {45, 2, 2, 2, 2, 2, 4}) {
                bench.advance(Duration.ofMinutes(minutes));
                bench.resolveAndLand();
            }
            bench.sts.recover();
            bench.advance(Duration.ofMinutes(1));
            assertThat(bench.resolve()).isEqualTo(key(9));
        }
    }

    @Test
    void coldFailureIsThrownAndNotLoggedAsWarning() {
        try (SessionBench bench = new SessionBench()) {
            bench.sts.fail("AccessDenied", "no");
            assertThatThrownBy(bench::resolve).isInstanceOf(UnableToAssumeRoleException.class);
            assertThat(bench.log.at(Level.WARN)).isEmpty();
        }
    }

    @Test
    void remembersAColdFailureForOneSecondThenTwoThenFourThenEight() {
        try (SessionBench bench = new SessionBench()) {
            bench.sts.fail("AccessDenied", "no");
            assertThatThrownBy(bench::resolve).isInstanceOf(UnableToAssumeRoleException.class);
            for (int pause : new int[] {1, 2, 4, 8, 8}) {
                int before = bench.sts.calls();
                bench.advance(Duration.ofSeconds(pause).minusMillis(1));
                assertThatThrownBy(bench::resolve).hasMessageContaining("AccessDenied");
                assertThat(bench.sts.calls()).as("before %d s are over", pause).isEqualTo(before);
                bench.advance(Duration.ofMillis(1));
                assertThatThrownBy(bench::resolve).hasMessageContaining("AccessDenied");
                assertThat(bench.sts.calls()).as("after %d s", pause).isEqualTo(before + 1);
            }
        }
    }

    @Test
    void anErrorInTheClientReachesTheCallerAndBlocksNobody() {
        try (SessionBench bench = new SessionBench()) {
            bench.sts.fail(new NoClassDefFoundError("x/Y"));
            assertThatThrownBy(bench::resolve)
                    .isInstanceOf(UnableToAssumeRoleException.class)
                    .hasCauseInstanceOf(NoClassDefFoundError.class);
            bench.sts.recover();
            bench.advance(Duration.ofSeconds(1));
            assertThat(bench.resolve()).isEqualTo(key(2));
        }
    }
}
