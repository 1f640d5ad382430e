// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sts.file;

import io.github.dkpbootstrap.sts.UnwritableCredentialsFileException;
import java.io.IOException;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
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

    void make(Function<CredentialsText, byte[]> change) {
        try {
            Path target = LinkTarget.of(path);
            Path directory = target.resolveSibling("");
            PrivateFiles.createDirectories(directory);
            Path file = directory.toRealPath().resolve(target.getFileName());
            new WriteLock(file).hold(() -> replace(file, change));
        } catch (IOException | OverlappingFileLockException e) {
            throw new UnwritableCredentialsFileException("Cannot write " + path + ": " + e, e);
        }
    }

    private void replace(Path file, Function<CredentialsText, byte[]> change) throws IOException {
        byte[] old = read(file);
        byte[] fresh = change.apply(new CredentialsText(path, old));
        if (fresh.length > 0 || old.length > 0) {
            new Replacement(file, watcher).write(fresh);
        }
    }

    private byte[] read(Path file) throws IOException {
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return NOTHING;
        }
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new UnwritableCredentialsFileException(path + " is not a file", null);
        }
        return Files.readAllBytes(file);
    }
}
