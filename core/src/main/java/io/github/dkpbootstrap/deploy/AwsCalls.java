// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.deploy;

import io.github.dkpbootstrap.StackOperationInterruptedException;
import io.github.dkpbootstrap.sts.Sleeper;
import java.time.Duration;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Makes calls to AWS and repeats those that failed by a {@linkplain PassingFault passing fault}, beyond the SDK's own
 * retries, which give up within seconds and do not know a broken answer. Each call must bear repeating: it reads, or it
 * carries a client token. Immutable and thread-safe.
 */
public final class AwsCalls {
    private static final Logger LOG = LoggerFactory.getLogger(AwsCalls.class);
    private static final Backoff BACKOFF = new Backoff(Duration.ofMillis(250), Duration.ofSeconds(16));
    private static final int ATTEMPTS = 8;

    private final String stack;
    private final Sleeper sleeper;
    private final int attempts;

    private AwsCalls(String stack, Sleeper sleeper, int attempts) {
        this.stack = stack;
        this.sleeper = sleeper;
        this.attempts = attempts;
    }

    /** Returns calls that concern {@code stack}, eight attempts each, over about half a minute. */
    public static AwsCalls about(String stack, Sleeper sleeper) {
        return new AwsCalls(stack, sleeper, ATTEMPTS);
    }

    /** Returns the same with a single attempt, for those who come back anyway. */
    public AwsCalls once() {
        return new AwsCalls(stack, sleeper, 1);
    }

    /**
     * Makes a call.
     *
     * @throws SdkException what the last attempt failed with
     * @throws StackOperationInterruptedException if the thread is interrupted
     */
    public <R extends AwsResponse> R call(Supplier<R> call) {
        for (int attempt = 1; ; attempt++) {
            try {
                return PassingFault.refuseIfForeign(call.get());
            } catch (AbortedException e) {
                throw interrupted();
            } catch (SdkException e) {
                if (attempt >= attempts || !PassingFault.is(e)) {
                    throw e;
                }
                LOG.debug("Attempt {} of a call about {} failed, trying again", attempt, stack, e);
                pause(BACKOFF.after(attempt));
            }
        }
    }

    /** Returns the failure of an answer that lacks what each such answer of AWS has; the call is repeated for it. */
    public static SdkClientException lacking(String what) {
        return PassingFault.lacking(what);
    }

    /** Returns whether a call failed because its caller may not make it. */
    public static boolean isDenied(SdkException failure) {
        return Denials.isDenied(failure);
    }

    /** Returns whether a call failed because AWS does not take its caller's credentials, so that no other call can succeed. */
    public static boolean isRejected(SdkException failure) {
        return Denials.isRejected(failure);
    }

    private void pause(Duration duration) {
        try {
            sleeper.sleep(duration);
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private StackOperationInterruptedException interrupted() {
        Thread.currentThread().interrupt();
        return new StackOperationInterruptedException(
                "A call about stack %s was interrupted. What AWS had begun goes on: call again to follow it"
                        .formatted(stack),
                stack,
                StackOperation.READ);
    }
}
