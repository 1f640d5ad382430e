// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs the AWS CLI of this machine in a clean environment. */
final class AwsCli {
    /** What a run printed, and its exit code. */
    record Result(int exitCode, String out, String err) {}

    private static final long LIMIT_SECONDS = 60;

    private final LocalAws aws;
    private final Path directory;

    AwsCli(LocalAws aws, Path directory) {
        this.aws = aws;
        this.directory = directory;
    }

    static boolean isInstalled() {
        String path = System.getenv().getOrDefault("PATH", "");
        return Arrays.stream(path.split(File.pathSeparator)).anyMatch(d -> Files.isExecutable(Path.of(d, "aws")));
    }

    Result run(AccessKeys keys, String... arguments) throws IOException, InterruptedException {
        return run(
                Map.of("AWS_ACCESS_KEY_ID", keys.accessKeyId(), "AWS_SECRET_ACCESS_KEY", keys.secretAccessKey()),
                arguments);
    }

    Result run(Map<String, String> credentials, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("aws"));
        command.addAll(List.of(arguments));
        Path out = Files.createTempFile(directory, "out", ".txt");
        Path err = Files.createTempFile(directory, "err", ".txt");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
        builder.environment().putAll(credentials);
        builder.environment().put("AWS_ENDPOINT_URL", aws.endpoint().toString());
        builder.environment().put("AWS_DEFAULT_REGION", aws.region());
        builder.environment().put("AWS_DEFAULT_OUTPUT", "text");
        builder.environment().put("AWS_CONFIG_FILE", directory.resolve("config").toString());
        builder.environment()
                .put(
                        "AWS_SHARED_CREDENTIALS_FILE",
                        directory.resolve("credentials").toString());
        builder.environment().putIfAbsent("AWS_EC2_METADATA_DISABLED", "true");
        builder.environment().put("NO_PROXY", "127.0.0.1");
        Process process = builder.start();
        if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException("aws did not end in " + LIMIT_SECONDS + " seconds");
        }
        return new Result(
                process.exitValue(),
                Files.readString(out, StandardCharsets.UTF_8).strip(),
                Files.readString(err, StandardCharsets.UTF_8).strip());
    }
}
