// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dkpbootstrap.deploy.StackEvent;
import io.github.dkpbootstrap.testkit.CallFault;
import io.github.dkpbootstrap.testkit.LocalCall;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A deployment lives with throttling: it slows down, ends well, and tells each event once. */
class ThrottlingTest {
    private static final String EVENTS = "cloudformation:DescribeStackEvents";
    private static final String STACKS = "cloudformation:DescribeStacks";

    private final InProcessAccount account =
            new InProcessAccount(settings -> settings.rateLimit(EVENTS, 1).rateLimit(STACKS, 1));
    private final Bootstrapper bootstrapper = DkpBootstrap.using(account.clients);
    private final List<StackEvent> told = new ArrayList<>();

    @AfterEach
    void close() {
        account.close();
    }

    private List<LocalCall> calls(String action) {
        return account.aws.calls().stream()
                .filter(call -> call.action().equals(action))
                .toList();
    }

    @Test
    void deploysUpdatesAndDestroysWithinAnAccountsRates() {
        assertThat(bootstrapper.deploy(spec -> spec.listener(told::add)).outcome())
                .isEqualTo(DeploymentOutcome.CREATED);
        assertThat(told).extracting(StackEvent::id).doesNotHaveDuplicates().hasSize(11);
        told.clear();

        assertThat(bootstrapper
                        .deploy(spec -> spec.putTags("team", "a").listener(told::add))
                        .outcome())
                .isEqualTo(DeploymentOutcome.UPDATED);
        assertThat(told).extracting(StackEvent::id).doesNotHaveDuplicates();
        assertThat(told).extracting(StackEvent::status).contains("UPDATE_IN_PROGRESS", "UPDATE_COMPLETE");

        assertThat(bootstrapper.destroy()).isEqualTo(DestroyOutcome.DESTROYED);
    }

    @Test
    void asksNoMoreOftenThanTheRateAllowsOnceItIsThrottled() {
        bootstrapper.deploy();

        assertThat(perSecond(EVENTS)).isLessThanOrEqualTo(1.0);
        assertThat(perSecond(STACKS)).isLessThanOrEqualTo(1.0);
    }

    /** Returns how many calls came in each second from the first that was throttled to the last, what the SDK repeats included. */
    private double perSecond(String action) {
        List<LocalCall> calls = calls(action);
        Instant throttled = calls.stream()
                .filter(call -> call.httpStatus().orElse(0) == 400)
                .map(LocalCall::time)
                .findFirst()
                .orElse(calls.get(0).time());
        List<LocalCall> since =
                calls.stream().filter(call -> call.time().isAfter(throttled)).toList();
        if (since.isEmpty()) {
            return 0;
        }
        Duration time = Duration.between(throttled, since.get(since.size() - 1).time());
        return since.size() * 1000.0 / time.toMillis();
    }

    @Test
    void backsOffWhileThrottlingLastsAndThenGoesOn() {
        account.aws.inject(CallFault.throttled().on(EVENTS).onCall(3).times(60));

        assertThat(bootstrapper.deploy(spec -> spec.listener(told::add)).outcome())
                .isEqualTo(DeploymentOutcome.CREATED);

        List<Instant> times = calls(EVENTS).stream()
                .filter(call -> call.httpStatus().orElse(0) == 400)
                .map(LocalCall::time)
                .distinct()
                .toList();
        Duration longest = Duration.ZERO;
        for (int i = 1; i < times.size(); i++) {
            Duration gap = Duration.between(times.get(i - 1), times.get(i));
            longest = gap.compareTo(longest) > 0 ? gap : longest;
        }
        assertThat(longest).isBetween(Duration.ofSeconds(8), Duration.ofSeconds(30));
        assertThat(told).extracting(StackEvent::id).doesNotHaveDuplicates().hasSize(11);
    }
}
