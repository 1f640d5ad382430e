// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.dkpbootstrap.policy.JsonLayout;
import io.github.dkpbootstrap.policy.JsonValue;
import io.github.dkpbootstrap.policy.JsonValue.JsonObject;
import io.github.dkpbootstrap.policy.JsonValue.JsonString;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Runs Python with the boto3 of this machine: one process for all scripts of a test class. */
final class Boto3 implements BeforeAllCallback, AfterAllCallback {
    private record Python(Process process, Writer in, BufferedReader out) {}

    private Optional<Python> python = Optional.empty();

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        python = start();
        assumeTrue(python.isPresent(), "python3 is not on the PATH, or has no boto3");
    }

    @Override
    public void afterAll(ExtensionContext context) {
        python.ifPresent(p -> p.process().destroy());
    }

    /**
     * Runs a script and returns the lines that it printed. It finds {@code cfn} and {@code iam}, clients with the keys, and
     * the values by their names; see {@code boto3_scripts.py} for the rest.
     */
    List<String> run(LocalAws aws, AccessKeys keys, Map<String, String> values, String script) throws IOException {
        Map<String, JsonValue> request = new LinkedHashMap<>();
        request.put("environment", json(environment(aws, keys)));
        request.put("values", json(values));
        request.put("script", JsonValue.of(script));
        Python p = python.orElseThrow();
        p.in().write(new JsonObject(request).toJson(JsonLayout.MINIFIED) + "\n");
        p.in().flush();
        String line = p.out().readLine();
        if (line == null) {
            throw new IOException("python3 ended: the script took too long");
        }
        Map<String, JsonValue> answer = ((JsonObject) JsonValue.parse(line)).members();
        if (!text(answer, "error").isEmpty()) {
            throw new AssertionError(text(answer, "error") + "\n" + text(answer, "out"));
        }
        return text(answer, "out").lines().toList();
    }

    private static Map<String, String> environment(LocalAws aws, AccessKeys keys) {
        return Map.of(
                "AWS_ACCESS_KEY_ID", keys.accessKeyId(),
                "AWS_SECRET_ACCESS_KEY", keys.secretAccessKey(),
                "AWS_ENDPOINT_URL", aws.endpoint().toString(),
                "AWS_DEFAULT_REGION", aws.region(),
                "AWS_CONFIG_FILE", "/nothing",
                "AWS_SHARED_CREDENTIALS_FILE", "/nothing",
                "AWS_EC2_METADATA_DISABLED", "true");
    }

    private static Optional<Python> start() throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder("python3", "-c", program()).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("NO_PROXY", "127.0.0.1");
        builder.environment().put("PYTHONIOENCODING", "utf-8");
        Process process;
        try {
            process = builder.start();
        } catch (IOException e) {
            return Optional.empty();
        }
        Python started = new Python(
                process, process.outputWriter(StandardCharsets.UTF_8), process.inputReader(StandardCharsets.UTF_8));
        return started.out().readLine() == null ? Optional.empty() : Optional.of(started);
    }

    private static String program() throws IOException {
        try (InputStream in = Boto3.class.getResourceAsStream("boto3_scripts.py")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static JsonValue json(Map<String, String> strings) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        strings.forEach((name, value) -> members.put(name, JsonValue.of(value)));
        return new JsonObject(members);
    }

    private static String text(Map<String, JsonValue> object, String name) {
        return object.get(name) instanceof JsonString string ? string.value() : "";
    }
}
