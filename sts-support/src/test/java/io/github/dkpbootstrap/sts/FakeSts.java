// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sts;

import io.github.dkpbootstrap.policy.Arn;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;
import software.amazon.awssdk.services.sts.model.AssumeRoleResponse;
import software.amazon.awssdk.services.sts.model.StsException;

/**
 * An STS that answers call n with keys numbered n, fails while it is told to, and holds calls until they are released.
 * Its secrets all contain {@link #MARK}.
 */
final class FakeSts implements StsClient {
    static final String MARK = "hush";

    final List<AssumeRoleRequest> requests = new CopyOnWriteArrayList<>();
    final AtomicInteger closes = new AtomicInteger();
    private final Clock clock;
    private volatile @Nullable Throwable failure;
    private volatile @Nullable Gate gate;
    private volatile Duration skew = Duration.ZERO;

    FakeSts(Clock clock) {
        this.clock = clock;
    }

    int calls() {
        return requests.size();
    }

    void fail(Throwable with) {
        failure = with;
    }

    void fail(String code, String message) {
        fail(error(code, message));
    }

    void recover() {
        failure = null;
    }

    /** Makes this STS's clock differ from the session's. */
    void skew(Duration by) {
        skew = by;
    }

    /** Holds each call from now on until the gate is opened. */
    Gate hold() {
        Gate held = new Gate();
        gate = held;
        return held;
    }

    static StsException error(String code, String message) {
        return (StsException) StsException.builder()
                .message(message)
                .requestId("request-1")
                .statusCode(403)
                .awsErrorDetails(AwsErrorDetails.builder()
                        .errorCode(code)
                        .errorMessage(message)
                        .serviceName("Sts")
                        .build())
                .build();
    }

    @Override
    public AssumeRoleResponse assumeRole(AssumeRoleRequest request) {
        requests.add(request);
        int call = requests.size();
        Gate held = gate;
        if (held != null) {
            held.pass();
        }
        Throwable failing = failure;
        if (failing instanceof Error error) {
            throw error;
        }
        if (failing instanceof RuntimeException exception) {
            throw exception;
        }
        return answer(request, call);
    }

    private AssumeRoleResponse answer(AssumeRoleRequest request, int call) {
        Instant expiration = clock.instant().plus(skew).plusSeconds(request.durationSeconds());
        Arn role = Arn.parse(request.roleArn());
        Arn user = Arn.of(
                role.partition(),
                "sts",
                "",
                role.account(),
                "assumed-role/" + role.resourceName() + "/" + request.roleSessionName());
        return AssumeRoleResponse.builder()
                .credentials(c -> c.accessKeyId("ASIAEXAMPLE0000000" + call)
                        .secretAccessKey(MARK + "-secret-" + call)
                        .sessionToken(MARK + "-token-" + call)
                        .expiration(expiration))
                .assumedRoleUser(u -> u.assumedRoleId("AROAEXAMPLE:" + request.roleSessionName())
                        .arn(user.toString()))
                .build();
    }

    @Override
    public String serviceName() {
        return "sts";
    }

    @Override
    public void close() {
        closes.incrementAndGet();
    }

    /** Where calls wait. */
    static final class Gate {
        private static final long LIMIT_SECONDS = 10;
        private final CountDownLatch entered = new CountDownLatch(1);
        private final CountDownLatch open = new CountDownLatch(1);

        /** Waits until a call stands at the gate. */
        void awaitCall() {
            if (!await(entered)) {
                throw new AssertionError("no call came");
            }
        }

        void open() {
            open.countDown();
        }

        private void pass() {
            entered.countDown();
            if (!await(open)) {
                throw new AssertionError("the gate was never opened");
            }
        }

        private static boolean await(CountDownLatch latch) {
            try {
                return latch.await(LIMIT_SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                throw AbortedException.create("interrupted", e);
            }
        }
    }
}
