// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sts.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileOwnerAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.Set;

/**
 * Files and directories for their owner alone, from the moment they exist. On a file system without POSIX permissions, such
 * as NTFS, they get what the directory around them gives.
 */
final class PrivateFiles {
    private PrivateFiles() {}

    /** Makes the directory, and those above it that are not there, with mode 0700. */
    static void createDirectories(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            Files.createDirectories(directory, mode(directory, "rwx------"));
        }
    }

    /** Makes a file of a name that was not there, with mode 0600. */
    static Path createTemporary(Path directory, String prefix, String suffix) throws IOException {
        return Files.createTempFile(directory, prefix, suffix, mode(directory, "rw-------"));
    }

    /** Opens a file to write to, and makes it with mode 0600 if it is not there. */
    static FileChannel open(Path file) throws IOException {
        return FileChannel.open(
                file,
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS),
                mode(file, "rw-------"));
    }

    /**
     * Gives the file to the owner of the other, so that who runs as root does not take it away from its user. Who owns the
     * directory can put a link in the file's place meanwhile: what that leads to is not given away.
     */
    static void giveToOwnerOf(Path other, Path file) throws IOException {
        if (isPosix(file)) {
            UserPrincipal owner = Files.getOwner(other);
            FileOwnerAttributeView itself =
                    Files.getFileAttributeView(file, FileOwnerAttributeView.class, LinkOption.NOFOLLOW_LINKS);
            if (!owner.equals(itself.getOwner())) {
                itself.setOwner(owner);
            }
        }
    }

    /** Gives the file to the owner of its directory where that may be done, as root may. */
    static void offerToOwnerOfDirectory(Path file) {
        try {
            giveToOwnerOf(file.resolveSibling(""), file);
        } catch (IOException e) {
            return; // the file stays with who made it, as files do
        }
    }

    private static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static FileAttribute<?>[] mode(Path path, String mode) {
        return isPosix(path)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))}
                : new FileAttribute<?>[0];
    }
}
