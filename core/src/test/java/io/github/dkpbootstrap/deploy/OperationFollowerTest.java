// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dkpbootstrap.BootstrapClients;
import io.github.dkpbootstrap.StackBusyException;
import io.github.dkpbootstrap.StackOperationTimedOutException;
import io.github.dkpbootstrap.UnfinishedUpdate;
import io.github.dkpbootstrap.testkit.VirtualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.sts.StsClient;

class OperationFollowerTest {
    private final VirtualClock clock = VirtualClock.at(Instant.parse("2026-11-25T00:00:00Z"));
    private final FakeStack stack = new FakeStack();
    private final List<Duration> pauses = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private final BootstrapClients clients = BootstrapClients.builder()
            .cloudFormation(stack)
            .iam(new IamClient() {
                @Override
                public String serviceName() {
                    return "iam";
                }

                @Override
                public void close() {}
            })
            .sts(new StsClient() {
                @Override
                public String serviceName() {
                    return "sts";
                }

                @Override
                public void close() {}
            })
            .clock(clock)
            .sleeper(duration -> {
                pauses.add(duration);
                clock.advance(duration);
            })
            .build();

    private Ending follow(Pursuit.Owner owner, StackHistory history) {
        Deadline deadline = Deadline.in(Duration.ofMinutes(10), clock, clients.sleeper());
        OperationToken token = OperationToken.of(StackRequest.builder()
                .stackName("dkp")
                .templateBody("{}")
                .timeout(Duration.ofMinutes(10))
                .listener(StackListener.silent())
                .build());
        StackWriter writer = new StackWriter(clients, token, "dkp");
        return new OperationFollower(
                        StackReader.of(clients, "dkp"),
                        deadline,
                        new Announcer(event -> told.add(event.id())),
                        new GivingUp(writer, UnfinishedUpdate.LEAVE))
                .follow(new Pursuit(StackOperation.CREATE, FakeStack.ID, history, owner));
    }

    private Ending follow() {
        return follow(Pursuit.Owner.US, StackHistory.ofNew(StackReader.of(clients, "dkp"), FakeStack.ID));
    }

    @Test
    void tellsEachEventOnceAlthoughOneAppearsLateBehindNewerOnes() {
        stack.then(() -> stack.event("1", "dkp", "CREATE_IN_PROGRESS"))
                .then(() -> stack.event("3", "Role", "CREATE_COMPLETE"))
                .then(() -> stack.eventAt(1, "2", "Role", "CREATE_IN_PROGRESS"))
                .then(() -> stack.event("4", "dkp", "CREATE_COMPLETE").status("CREATE_COMPLETE"));

        Ending ending = follow();

        assertThat(ending.stack().status()).isEqualTo("CREATE_COMPLETE");
        assertThat(told).containsExactly("1", "3", "2", "4");
    }

    @Test
    void losesNoEventOfManyPages() {
        stack.pageSize(7).then(() -> {
            stack.event("start", "dkp", "CREATE_IN_PROGRESS");
            for (int i = 0; i < 100; i++) {
                stack.event("e" + i, "Role", "CREATE_IN_PROGRESS");
            }
            stack.event("end", "dkp", "CREATE_COMPLETE").status("CREATE_COMPLETE");
        });

        follow();

        assertThat(told)
                .hasSize(102)
                .doesNotHaveDuplicates()
                .startsWith("start", "e0", "e1")
                .endsWith("e99", "end");
    }

    @Test
    void readsOnePageOfALongHistory() {
        for (int i = 0; i < 10_000; i++) {
            stack.event("old" + i, "Role", "UPDATE_COMPLETE");
        }
        StackHistory history = StackHistory.fromNow(StackReader.of(clients, "dkp"), FakeStack.ID);
        stack.then(() -> stack.event("end", "dkp", "UPDATE_COMPLETE").status("UPDATE_COMPLETE"));

        follow(Pursuit.Owner.US, history);

        assertThat(told).containsExactly("end");
        assertThat(stack.eventCalls()).isEqualTo(2);
    }

    @Test
    void asksForEventsOncePerPollAndForTheStackOnlyAtTheEnd() {
        stack.then(() -> stack.event("1", "dkp", "CREATE_IN_PROGRESS"))
                .then(() -> {})
                .then(() -> stack.event("2", "dkp", "CREATE_COMPLETE").status("CREATE_COMPLETE"));

        follow();

        assertThat(stack.eventCalls()).isEqualTo(3);
        assertThat(stack.stackCalls()).isEqualTo(1);
    }

    @Test
    void pollsFastAtFirstAndThenEveryTwoSeconds() {
        stack.then(() -> stack.event("1", "dkp", "CREATE_IN_PROGRESS"));
        for (int i = 0; i < 8; i++) {
            stack.then(() -> {});
        }
        stack.then(() -> stack.event("2", "dkp", "CREATE_COMPLETE").status("CREATE_COMPLETE"));

        follow();

        assertThat(pauses.subList(0, 6)).containsOnly(Duration.ofMillis(500));
        assertThat(pauses.subList(6, 9)).containsOnly(Duration.ofSeconds(2));
    }

    @Test
    void backsOffWithJitterWhilePollsFailAndGoesOn() {
        for (int i = 0; i < 6; i++) {
            stack.then(() -> {
                throw SdkClientException.create("Connection reset");
            });
        }
        stack.then(() -> stack.event("1", "dkp", "CREATE_COMPLETE").status("CREATE_COMPLETE"));

        assertThat(follow().stack().status()).isEqualTo("CREATE_COMPLETE");

        assertThat(pauses)
                .hasSize(6)
                .allSatisfy(pause -> assertThat(pause).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(30)));
        assertThat(pauses.get(5)).isGreaterThanOrEqualTo(Duration.ofSeconds(15));
    }

    @Test
    void doesNotTakeAStaleReadOfTheStackForTheEnd() {
        stack.status("UPDATE_COMPLETE");
        for (int i = 0; i < 12; i++) {
            stack.then(() -> {});
        }
        stack.then(() -> stack.event("1", "dkp", "UPDATE_IN_PROGRESS").status("UPDATE_IN_PROGRESS"))
                .then(() -> stack.event("2", "dkp", "UPDATE_COMPLETE").status("UPDATE_COMPLETE"));

        follow();

        assertThat(told).containsExactly("1", "2");
    }

    @Test
    void findsAnEndThatNoEventTells() {
        stack.then(() -> stack.event("1", "dkp", "CREATE_IN_PROGRESS").status("CREATE_COMPLETE"));

        assertThat(follow().stack().status()).isEqualTo("CREATE_COMPLETE");
    }

    @Test
    void treatsAnUnknownStatusByItsEnd() {
        stack.then(() -> stack.event("1", "dkp", "ROTATE_IN_PROGRESS").status("ROTATE_IN_PROGRESS"))
                .then(() -> stack.event("2", "dkp", "ROTATE_COMPLETE").status("ROTATE_COMPLETE"));

        assertThat(follow().stack().status()).isEqualTo("ROTATE_COMPLETE");
    }

    @Test
    void doesNotTakeAStackUnderReviewForOneThatIsDone() {
        stack.status("REVIEW_IN_PROGRESS")
                .then(() -> stack.event("1", "dkp", "REVIEW_IN_PROGRESS"))
                .then(() -> stack.event("2", "dkp", "CREATE_COMPLETE").status("CREATE_COMPLETE"));

        assertThat(follow().stack().status()).isEqualTo("CREATE_COMPLETE");
    }

    @Test
    void saysAtItsDeadlineWhatItSawLastAndHowPollsFailed() {
        stack.then(() -> stack.event("1", "Role", "CREATE_IN_PROGRESS")).then(() -> {
            throw SdkClientException.create("Connection reset");
        });

        assertThatThrownBy(this::follow)
                .isInstanceOf(StackOperationTimedOutException.class)
                .hasMessageContaining("the last event was CREATE_IN_PROGRESS of Role")
                .hasMessageContaining("Connection reset")
                .hasMessageContaining("AWS goes on with it: call again to follow it");
        assertThat(pauses.stream().mapToLong(Duration::toMillis).sum())
                .isLessThanOrEqualTo(Duration.ofMinutes(10).toMillis());
    }

    @Test
    void saysAtItsDeadlineThatSomebodyElsesOperationIsBusy() {
        StackHistory history = StackHistory.fromNow(StackReader.of(clients, "dkp"), FakeStack.ID);

        assertThatThrownBy(() -> follow(Pursuit.Owner.OTHERS, history))
                .isInstanceOf(StackBusyException.class)
                .hasMessageContaining("Somebody else's operation");
    }
}
