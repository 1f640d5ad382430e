// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The readers under a fire of damaged texts; {@code -Dfuzz.inputs=10000000} for a long one, with
 * {@code -DargLine=-Xmx256m} to see that memory stays bounded.
 */
class ReaderFuzzTest {
    private static final long SEED = Long.getLong("policy.seed", System.nanoTime());
    private static final long INPUTS = Long.getLong("fuzz.inputs", 25_000);

    @Test
    @Timeout(value = 4, unit = TimeUnit.HOURS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void refusesWhatItCannotReadAndNeverFailsOtherwise() {
        System.out.println("ReaderFuzzTest: -Dpolicy.seed=" + SEED + " -Dfuzz.inputs=" + INPUTS);
        ReaderFuzz.Report report = new ReaderFuzz(SEED).run(INPUTS);
        System.out.println("ReaderFuzzTest: " + report);

        assertThat(report.accepted()).isGreaterThan(INPUTS / 20);
        assertThat(report.refused()).isGreaterThan(INPUTS / 20);
    }
}
