// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Gives the readers one input after the other. Stops at the first that breaks a property, throws anything but a
 * {@link PolicyException}, or takes longer than a second of the processor's time.
 */
final class ReaderFuzz {
    private static final long MAX_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final int ATTEMPTS = 3;
    private static final int MAX_SHOWN = 2000;

    private final long seed;
    private final FuzzInputs inputs;

    ReaderFuzz(long seed) {
        this.seed = seed;
        this.inputs = new FuzzInputs(seed);
    }

    /** What became of one input; the time is that of its slowest reader. */
    private record Result(boolean accepted, int characters, long nanos) {}

    /** What became of the inputs. */
    record Report(long accepted, long refused, long characters, long longestNanos, long longestInput) {
        private Report and(long number, Result result) {
            boolean longest = result.nanos() > longestNanos;
            return new Report(
                    accepted + (result.accepted() ? 1 : 0),
                    refused + (result.accepted() ? 0 : 1),
                    characters + result.characters(),
                    longest ? result.nanos() : longestNanos,
                    longest ? number : longestInput);
        }

        @Override
        public String toString() {
            return "%d accepted, %d refused, %d million characters, longest %d ms (input %d)"
                    .formatted(
                            accepted,
                            refused,
                            characters / 1_000_000,
                            TimeUnit.NANOSECONDS.toMillis(longestNanos),
                            longestInput);
        }
    }

    Report run(long count) {
        Report report = new Report(0, 0, 0, 0, 0);
        for (long number = 0; number < count; number++) {
            report = report.and(number, check(number));
            if ((number + 1) % 1_000_000 == 0) {
                System.out.println("ReaderFuzz: " + report);
            }
        }
        return report;
    }

    private Result check(long number) {
        String text = inputs.input(number);
        Result result = check(number, text);
        for (int i = 1; i < ATTEMPTS && result.nanos() > MAX_NANOS; i++) {
            result = checkAgain(number, text);
        }
        if (result.nanos() > MAX_NANOS) {
            throw new AssertionError("took %d ms: %s".formatted(result.nanos() / 1_000_000, described(number, text)));
        }
        return result;
    }

    /** Measures again, without the time that the machine was busy with something else: that is no fault of a reader. */
    private Result checkAgain(long number, String text) {
        Duration before = processorTime();
        long start = System.nanoTime();
        Result result = check(number, text);
        double share = (double) processorTime().minus(before).toNanos() / (System.nanoTime() - start);
        // No share at all means that the system does not tell.
        long own = share > 0 && share < 1 ? (long) (result.nanos() * share) : result.nanos();
        return new Result(result.accepted(), result.characters(), own);
    }

    private static Duration processorTime() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private Result check(long number, String text) {
        try {
            ReaderProperties properties = new ReaderProperties();
            boolean accepted = properties.check(text);
            return new Result(accepted, text.length(), properties.longestNanos());
        } catch (RuntimeException | Error e) {
            throw new AssertionError(e + ": " + described(number, text), e);
        }
    }

    private String described(long number, String text) {
        String shown = text.length() <= MAX_SHOWN ? text : text.substring(0, MAX_SHOWN) + "…";
        return "seed %d, input %d of %d characters: %s".formatted(seed, number, text.length(), shown);
    }
}
