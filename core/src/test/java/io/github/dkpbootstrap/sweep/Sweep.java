// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sweep;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Two threads, each with a rig, that play cases. */
final class Sweep implements AutoCloseable {
    private static final int THREADS = 2;

    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private final ConcurrentLinkedQueue<Rig> rigs = new ConcurrentLinkedQueue<>();

    Sweep() {
        for (int i = 0; i < THREADS; i++) {
            rigs.add(new Rig());
        }
    }

    /** Returns what each scenario comes to while nothing else goes wrong. */
    Map<Scenario, Baseline> baselines(Iterable<Scenario> scenarios) {
        List<Scenario> all = new ArrayList<>();
        scenarios.forEach(all::add);
        Map<Scenario, Baseline> baselines = new LinkedHashMap<>();
        for (Baseline baseline : each(all, (rig, scenario) -> Baseline.of(rig, scenario))) {
            baselines.put(baseline.scenario(), baseline);
        }
        return baselines;
    }

    /** Returns what is wrong with each case; nothing for those with which all is well. */
    List<List<String>> play(List<Case> cases, Function<Scenario, Baseline> baselines) {
        return each(cases, (rig, play) -> Run.of(rig, play, baselines.apply(play.scenario())));
    }

    /** What is done on a rig. */
    interface Work<T, R> {
        /** Does it. */
        R on(Rig rig, T thing);
    }

    private <T, R> List<R> each(List<T> things, Work<T, R> work) {
        List<Future<R>> futures = new ArrayList<>();
        for (T thing : things) {
            futures.add(threads.submit(() -> {
                Rig rig = rigs.remove();
                try {
                    return work.on(rig, thing);
                } finally {
                    rigs.add(rig);
                }
            }));
        }
        List<R> results = new ArrayList<>();
        for (Future<R> future : futures) {
            results.add(result(future));
        }
        return results;
    }

    private static <R> R result(Future<R> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        rigs.forEach(Rig::close);
    }
}
