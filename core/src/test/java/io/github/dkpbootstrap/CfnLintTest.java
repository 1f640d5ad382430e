// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CfnLintTest {
    @Test
    void findsNoErrorInTheTemplate(@TempDir Path folder) throws Exception {
        Path template = folder.resolve("template.yaml");
        Files.writeString(
                template, DkpBootstrap.template(BootstrapSpec.defaults()).yaml());

        Process lint = start(template);

        String output = new String(lint.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(lint.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(lint.exitValue()).as(output).isZero();
    }

    private static Process start(Path template) {
        try {
            return new ProcessBuilder("cfn-lint", "--non-zero-exit-code", "error", "--template", template.toString())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            return abort("cfn-lint is not on the path");
        }
    }
}
