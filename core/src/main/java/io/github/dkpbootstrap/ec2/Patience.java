// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.ec2;

import io.github.dkpbootstrap.ec2.InstanceProfileException.Reason;
import io.github.dkpbootstrap.sts.Sleeper;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;

/** Waits, within the budget of one call, until EC2 knows what IAM has had for a while. */
final class Patience {
    private static final Logger LOG = LoggerFactory.getLogger(Patience.class);
    private static final Duration SHORTEST = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final Clock clock;
    private final Sleeper sleeper;
    private final Duration budget;
    private final Instant end;

    Patience(Clock clock, Sleeper sleeper, Duration budget) {
        this.clock = clock;
        this.sleeper = sleeper;
        this.budget = budget;
        this.end = clock.instant().plus(budget);
    }

    /** Makes a call, and again while EC2 does not know the profile; what else fails is thrown as it is. */
    <T> T untilKnown(String what, Supplier<T> call) {
        Duration pause = SHORTEST;
        while (true) {
            try {
                return call.get();
            } catch (Ec2Exception e) {
                if (!Ec2Errors.isNotKnownYet(e)) {
                    throw e;
                }
                LOG.debug("{}: EC2 does not know the profile yet, trying again", what);
                pause(
                        pause,
                        () ->
                                "%s: EC2 did not know the profile for %s, if it exists: %s. IAM's changes rarely take longer; look for a profile deleted, misspelt or without a role"
                                        .formatted(what, budget, Ec2Errors.told(e)),
                        Optional.of(e));
                pause = doubled(pause);
            }
        }
    }

    /** Asks until there is an answer. */
    <T> T until(String what, Supplier<Optional<T>> ask) {
        while (true) {
            Optional<T> answer = ask.get();
            if (answer.isPresent()) {
                return answer.get();
            }
            pause(
                    SHORTEST,
                    () -> "%s: not done after %s; EC2 goes on, call again to look".formatted(what, budget),
                    Optional.empty());
        }
    }

    private static Duration doubled(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST) < 0 ? twice : LONGEST;
    }

    /** The last try is at the very end of the budget. */
    private void pause(Duration wanted, Supplier<String> spent, Optional<Ec2Exception> cause) {
        Duration left = Duration.between(clock.instant(), end);
        if (left.isZero() || left.isNegative()) {
            throw new InstanceProfileException(
                    Reason.BUDGET_SPENT, spent.get(), cause.map(Ec2Errors::code).orElse(null), cause.orElse(null));
        }
        try {
            sleeper.sleep(wanted.compareTo(left) < 0 ? wanted : left);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InstanceProfileException(
                    Reason.INTERRUPTED, "Waiting for EC2 was interrupted; what it had begun goes on", null, e);
        }
    }
}
