// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sts.file;

import io.github.dkpbootstrap.sts.UnwritableCredentialsFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Follows symbolic links to the file that is meant, there or not: a file that is replaced would take the link's place. */
final class LinkTarget {
    private static final int MOST_LINKS = 40;

    private LinkTarget() {}

    static Path of(Path path) throws IOException {
        Path target = path.toAbsolutePath();
        for (int links = 0; Files.isSymbolicLink(target); links++) {
            if (links == MOST_LINKS) {
                throw new UnwritableCredentialsFileException(
                        path + " leads through more than " + MOST_LINKS
                                + " symbolic links: do they go round in a circle?",
                        null);
            }
            target = target.resolveSibling(Files.readSymbolicLink(target));
        }
        return target;
    }
}
