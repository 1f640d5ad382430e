// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sts.file;

import io.github.dkpbootstrap.sts.UnwritableCredentialsFileException;
import java.io.IOException;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Reads a credentials file, has it changed, and puts the new one in its place, alone among all who do so. */
final class FileUpdate {
    private static final byte[] NOTHING = {};

    private final Path path;
    private final Consumer<Replacement.Step> watcher;

    FileUpdate(Path path, Consumer<Replacement.Step> watcher) {
        this.path = path;
        this.watcher = watcher;
    }

    /** Makes the change; a file, and the directory around it, that is not there is made. */
    void make(Function<CredentialsText, Optional<byte[]>> change) {
        try {
            Path target = target();
            PrivateFiles.createDirectories(target.resolveSibling(""));
            locked(target, change);
        } catch (IOException | OverlappingFileLockException e) {
            throw failure(e);
        }
    }

    /** Makes the change if there is a file. */
    void makeIfThere(Function<CredentialsText, Optional<byte[]>> change) {
        try {
            Path target = target();
            if (Files.exists(target)) {
                locked(target, change);
            }
        } catch (IOException | OverlappingFileLockException e) {
            throw failure(e);
        }
    }

    private Path target() throws IOException {
        Path target = LinkTarget.of(path);
        if (Files.exists(target) && !Files.isRegularFile(target)) {
            throw new UnwritableCredentialsFileException(path + " is not a file", null);
        }
        return target;
    }

    private void locked(Path target, Function<CredentialsText, Optional<byte[]>> change) throws IOException {
        Path file = target.resolveSibling("").toRealPath().resolve(target.getFileName());
        new WriteLock(file).hold(() -> {
            byte[] old = content(file);
            Optional<byte[]> fresh = change.apply(new CredentialsText(path, old));
            if (fresh.isPresent()) {
                new Replacement(file, watcher).write(fresh.get());
            }
        });
    }

    /** Only a file that is not there is empty: one that cannot be looked at must not be replaced. */
    private static byte[] content(Path file) throws IOException {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            return NOTHING;
        }
    }

    private UnwritableCredentialsFileException failure(Exception cause) {
        return new UnwritableCredentialsFileException("Cannot write " + path + ": " + cause, cause);
    }
}
