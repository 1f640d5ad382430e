// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class LatencyTest {
    /** The kernel holds back an answer in two packets for about 40 ms, until the client acknowledges the first. */
    @Test
    void answersWithoutWaitingForAnAcknowledgement() {
        try (Fixture fixture = new Fixture()) {
            List<Duration> times = new ArrayList<>();
            for (int i = 0; i < 41; i++) {
                long start = System.nanoTime();
                fixture.sts.getCallerIdentity();
                times.add(Duration.ofNanos(System.nanoTime() - start));
            }
            Collections.sort(times);
            assertThat(times.get(times.size() / 2)).isLessThan(Duration.ofMillis(30));
        }
    }
}
