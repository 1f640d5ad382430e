// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program that makes the catalogue, on a package of the same form with two made-up services. */
class CatalogueReleaseTest {
    private static final Path FOLDER = Path.of("src/test/resources/catalogue");

    @TempDir
    private Path directory;

    @Test
    void thePackageBecomesTheFileToTheByte() throws IOException {
        assertThat(release("first")).hasSameTextualContentAs(FOLDER.resolve("expected.txt"));
        assertThat(release("second")).hasSameBinaryContentAs(directory.resolve("first"));
    }

    private Path release(String name) throws IOException {
        Path file = directory.resolve(name);
        CatalogueRelease.main(FOLDER.resolve("package").toString(), file.toString());
        assertThat(Files.readString(file)).doesNotContain("Prose");
        return file;
    }
}
