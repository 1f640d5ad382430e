// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap;

import io.github.dkpbootstrap.template.TemplateRenderer;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * The result of a verb that runs on a thread of its own. Cancelling it interrupts that thread, and no other: the thread does
 * nothing else, so that an interruption that comes late hits nobody.
 */
final class OwnThread<T> extends CompletableFuture<T> {
    private final Thread thread;

    private OwnThread(String name, Supplier<T> verb) {
        this.thread = new Thread(() -> run(verb), name);
        thread.setDaemon(true);
    }

    /**
     * Starts a deployment.
     *
     * @throws InvalidBootstrapSpecException instead of starting it, if what it would send is larger than AWS takes
     */
    static <T> CompletableFuture<T> deploy(BootstrapSpec spec, Supplier<T> verb) {
        return start("dkp-deploy-", spec, verb);
    }

    /**
     * Starts a deletion.
     *
     * @throws InvalidBootstrapSpecException instead of starting it, if there can be no such stack
     */
    static <T> CompletableFuture<T> destroy(BootstrapSpec spec, Supplier<T> verb) {
        return start("dkp-destroy-", spec, verb);
    }

    private static <T> CompletableFuture<T> start(String prefix, BootstrapSpec spec, Supplier<T> verb) {
        TemplateRenderer.render(spec);
        OwnThread<T> future = new OwnThread<>(prefix + spec.stackName(), verb);
        future.thread.start();
        return future;
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        boolean cancelled = super.cancel(mayInterruptIfRunning);
        if (cancelled && mayInterruptIfRunning) {
            thread.interrupt();
        }
        return cancelled;
    }

    /** An error reaches who waits, as everything else does: nobody else would see it. */
    private void run(Supplier<T> verb) {
        try {
            complete(verb.get());
        } catch (Throwable e) {
            completeExceptionally(e);
        }
    }
}
