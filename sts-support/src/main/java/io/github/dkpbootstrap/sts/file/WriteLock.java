// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sts.file;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets one writer of a file work at a time, of all threads and processes that use this class. Processes meet at a lock on
 * a file beside it, which the operating system releases when a process ends, however it ends; threads of one process at a
 * lock of their own, since the other counts for the whole process.
 */
final class WriteLock {
    private static final Map<Path, ReentrantLock> THREADS = new ConcurrentHashMap<>();

    /** What is to be done alone. */
    interface Work {
        /** Does it. */
        void run() throws IOException;
    }

    private final Path side;

    WriteLock(Path file) {
        side = file.resolveSibling(file.getFileName() + ".dkp-bootstrap.lock");
    }

    void hold(Work work) throws IOException {
        ReentrantLock thread = THREADS.computeIfAbsent(side, path -> new ReentrantLock());
        await(thread);
        try (FileChannel channel = PrivateFiles.open(side)) {
            PrivateFiles.offerToOwnerOfDirectory(side);
            channel.lock(); // released with the channel
            work.run();
        } finally {
            thread.unlock();
        }
    }

    /** The lock of the processes ends its wait for an interrupted thread too. */
    private void await(ReentrantLock thread) throws IOException {
        try {
            thread.lockInterruptibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while another thread has " + side);
        }
    }
}
