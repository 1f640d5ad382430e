// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/** Threads that all ask a provider in the same moment. */
final class Crowd implements AutoCloseable {
    private final int size;
    private final ExecutorService threads;
    private final CyclicBarrier together;

    /**
     * What one thread got.
     *
     * @param identity the credentials, or null
     * @param failure why there are none, or null
     * @param handedOver the time that resolveIdentity took to return
     * @param waited whether the answer was not there when it returned
     */
    record Answer(
            @Nullable AwsCredentialsIdentity identity,
            @Nullable Throwable failure,
            Duration handedOver,
            boolean waited) {}

    Crowd(int size) {
        this.size = size;
        threads = Executors.newFixedThreadPool(size);
        together = new CyclicBarrier(size);
    }

    /** Lets each thread ask once, and waits for all answers. */
    List<Answer> ask(AwsCredentialsProvider provider) {
        List<Callable<Answer>> tasks = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            tasks.add(() -> {
                together.await();
                return answer(provider);
            });
        }
        try {
            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> future : threads.invokeAll(tasks)) {
                answers.add(future.get());
            }
            return answers;
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    private static Answer answer(AwsCredentialsProvider provider) {
        long start = System.nanoTime();
        CompletableFuture<? extends AwsCredentialsIdentity> promise = provider.resolveIdentity();
        Duration handedOver = Duration.ofNanos(System.nanoTime() - start);
        boolean waited = !promise.isDone();
        try {
            return new Answer(promise.join(), null, handedOver, waited);
        } catch (CompletionException e) {
            return new Answer(null, e.getCause(), handedOver, waited);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
