// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sts;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Programs of this machine. */
public final class Programs {
    private Programs() {}

    /** Returns whether a program is on the PATH. */
    public static boolean found(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, 0))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    /** Skips the test where Python has no boto3. */
    public static void assumeBoto3() throws Exception {
        assumeTrue(found("python3"), "python3 is not on the PATH");
        assumeTrue(
                new ProcessBuilder("python3", "-c", "import boto3")
                                .redirectErrorStream(true)
                                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                                .start()
                                .waitFor()
                        == 0,
                "python3 has no boto3");
    }

    /** Returns the command that runs a test's program in a JVM like this one. */
    public static List<String> java(Class<?> main) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName());
    }

    /** Starts a process, waits for its end and returns what it printed, errors included. */
    public static Outcome run(ProcessBuilder builder) throws IOException, InterruptedException {
        Process process = builder.redirectErrorStream(true).start();
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(process.waitFor(), out);
    }

    /** How a process ended. */
    public record Outcome(int exitCode, String out) {}
}
