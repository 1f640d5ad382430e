// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sts.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Puts new content in the place of a file in one step: whoever reads it, at whatever moment, even after the machine lost its
 * power, finds the old content whole or the new content whole. Not for two at a time; see {@link WriteLock}.
 */
final class Replacement {
    /** What has just been done. */
    enum Step {
        /** An empty file is there, for its owner alone. */
        CREATED,
        /** It holds the content. */
        WRITTEN,
        /** It is on the disk. */
        SYNCED,
        /** It is in the file's place. */
        MOVED
    }

    private static final String SUFFIX = ".dkp-bootstrap.tmp";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path file;
    private final Path directory;
    private final String prefix;
    private final Pattern leftOver;
    private final Consumer<Step> watcher;

    /** Creates a replacement that tells {@code watcher} of each step. */
    Replacement(Path file, Consumer<Step> watcher) {
        this.file = file;
        this.directory = file.resolveSibling("");
        this.prefix = "." + file.getFileName() + ".";
        this.leftOver = Pattern.compile(Pattern.quote(prefix) + "[0-9]+" + Pattern.quote(SUFFIX));
        this.watcher = watcher;
    }

    void write(byte[] content) throws IOException {
        removeLeftOvers();
        Path temporary = directory.resolve(prefix + RANDOM.nextInt(Integer.MAX_VALUE) + SUFFIX);
        try {
            fill(temporary, content);
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(temporary);
        }
        watcher.accept(Step.MOVED);
        syncDirectory();
    }

    private void fill(Path temporary, byte[] content) throws IOException {
        try (FileChannel channel = PrivateFiles.create(temporary)) { // not opened a second time, when it may be another
            watcher.accept(Step.CREATED);
            ByteBuffer bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            watcher.accept(Step.WRITTEN);
            channel.force(true);
        }
        if (Files.exists(file)) {
            PrivateFiles.giveToOwnerOf(file, temporary);
        } else {
            PrivateFiles.offerToOwnerOfDirectory(temporary);
        }
        watcher.accept(Step.SYNCED);
    }

    /**
     * Removes what a writer left that was killed; no other writer is at work, since this one has the lock. What cannot be
     * removed, such as another user's, is in nobody's way.
     */
    private void removeLeftOvers() {
        try (DirectoryStream<Path> found = Files.newDirectoryStream(directory, this::isLeftOver)) {
            for (Path leftOver : found) {
                Files.deleteIfExists(leftOver);
            }
        } catch (IOException | DirectoryIteratorException e) {
            return; // the next writer tries again
        }
    }

    private boolean isLeftOver(Path path) {
        return leftOver.matcher(path.getFileName().toString()).matches();
    }

    /** Makes the new name last too. Where a directory cannot be opened, as on Windows, the file system sees to it. */
    private void syncDirectory() {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            return; // the content is in place all the same
        }
    }
}
