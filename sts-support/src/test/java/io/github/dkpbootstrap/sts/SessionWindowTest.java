// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sts;

import static io.github.dkpbootstrap.sts.SessionBench.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** When credentials are replaced. */
class SessionWindowTest {
    @Test
    void aChosenWindowCounts() {
        try (SessionBench bench = new SessionBench(s -> s.refreshWindow(Duration.ofMinutes(30)))) {
            bench.resolveAndLand();
            bench.advance(Duration.ofMinutes(30).minusMillis(1));
            bench.resolve();
            bench.settle();
            assertThat(bench.sts.calls()).isEqualTo(1);
            bench.advance(Duration.ofMillis(1));
            assertThat(bench.resolveAndLand()).isEqualTo(key(1));
            assertThat(bench.resolve()).isEqualTo(key(2));
            assertThat(bench.sts.calls()).isEqualTo(2);
        }
    }

    @Test
    void refusesWindowsThatDoNotFitTheSession() {
        refuses(Duration.ofHours(1), Duration.ofSeconds(59), "3600 s is 60 to 1800 s", "59 s");
        refuses(Duration.ofHours(1), Duration.ofSeconds(1_801), "3600 s is 60 to 1800 s", "1801 s");
        refuses(Duration.ofMinutes(15), Duration.ofMinutes(20), "900 s is 60 to 450 s", "1200 s");
        refuses(Duration.ofHours(1), Duration.ofMinutes(-1), "60 to 1800 s");
    }

    @Test
    void takesWindowsFromAMinuteToHalfOfTheSession() {
        takes(Duration.ofMinutes(15), Duration.ofMinutes(1));
        takes(Duration.ofMinutes(15), Duration.ofSeconds(450));
        takes(Duration.ofHours(12), Duration.ofHours(6));
    }

    @Test
    void aWindowIsNeverMoreThanHalfOfWhatIsLeft() {
        try (SessionBench bench = new SessionBench(s -> s.refreshWindow(Duration.ofMinutes(30)))) {
            bench.sts.skew(Duration.ofMinutes(-58));
            bench.resolveAndLand();
            bench.advance(Duration.ofSeconds(59));
            bench.resolve();
            bench.settle();
            assertThat(bench.sts.calls()).isEqualTo(1);
            bench.advance(Duration.ofSeconds(1));
            bench.resolveAndLand();
            assertThat(bench.sts.calls()).isEqualTo(2);
        }
    }

    private static void takes(Duration session, Duration window) {
        new SessionBench(s -> s.duration(session).refreshWindow(window)).close();
    }

    private static void refuses(Duration session, Duration window, String... parts) {
        assertThatThrownBy(() -> takes(session, window))
                .isInstanceOf(InvalidSessionException.class)
                .hasMessageContainingAll(parts);
    }
}
