// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.regions.Region;

/** Runs the lines in the shells of this machine and reads what their children see. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class ShellRoundTripTest {
    private static final List<String> STALE = List.of(
            "AWS_PROFILE",
            "AWS_DEFAULT_PROFILE",
            "AWS_SECURITY_TOKEN",
            "AWS_CREDENTIAL_FILE",
            "AWS_CREDENTIAL_EXPIRATION",
            "AWS_ACCOUNT_ID");
    private static final List<String> HOSTILE = List.of(
            "it's",
            "''",
            "'",
            "\\",
            "\\'",
            "trailing\\",
            "$HOME ${HOME} $(id) `id`",
            "\"double\"",
            "!! !x #hash",
            " leading and trailing ",
            "'; exit 3; '",
            "tab\there",
            "%PATH% ^& | > < ; *",
            "-n",
            "~ {a,b} [x]",
            "J\u00FCrgen \uD83D\uDE00 \u2018q\u2019",
            "*",
            "%TEMP% %%",
            "back`tick` $(x) \u201C\u201A\u201B\u201D",
            "a;b&&c||d",
            "\u001B[31m\u007F");
    private static final String ALPHABET = "'\"\\$`!{}()*?~#& \t;|<>aZ9/+=%^\u00E9";
    private static final int RANDOM_VALUES = 20;

    @ParameterizedTest
    @ValueSource(strings = {"sh", "bash", "dash", "zsh", "ksh"})
    void posixLinesCarryEachValueExactly(String shell) throws Exception {
        carriesEachValue(shell, List.of(shell, "-s"), Shell.POSIX);
    }

    @Test
    void fishLinesCarryEachValueExactly() throws Exception {
        carriesEachValue("fish", List.of("fish", "--no-config"), Shell.FISH);
    }

    @Test
    void powerShellLinesCarryEachValueExactly() throws Exception {
        carriesEachValue("pwsh", List.of("pwsh", "-NoProfile", "-NonInteractive", "-Command", "-"), Shell.POWERSHELL);
    }

    @Test
    void fishLinesSucceedWhereNothingIsToBeCleared() throws Exception {
        assumeTrue(found("fish"), "fish is not on the PATH");
        List<String> lines = new ArrayList<>(List.of("set -eg AWS_PROFILE AWS_SECURITY_TOKEN; or true"));
        lines.addAll(credentials("s", "t").exportLines(Shell.FISH));
        lines.add("test $status -eq 0; or exit 7");

        assertThat(run(List.of("fish", "--no-config"), lines)).containsEntry("AWS_SECRET_ACCESS_KEY", "s");
    }

    @Test
    void fishLinesLeaveAloneWhatFishKeepsForAllSessions(@TempDir Path home) throws Exception {
        assumeTrue(found("fish"), "fish is not on the PATH");
        List<String> lines = new ArrayList<>(List.of("set -U AWS_PROFILE mine"));
        lines.addAll(credentials("s", "t").exportLines(Shell.FISH));
        lines.add("set -gx KEPT $AWS_PROFILE");

        assertThat(run(List.of("env", "HOME=" + home, "XDG_CONFIG_HOME=" + home, "fish"), lines))
                .containsEntry("KEPT", "mine");
    }

    @Test
    void cmdLinesCarryWhatCmdTakes(@TempDir Path folder) throws Exception {
        assumeTrue(found("cmd.exe"), "cmd.exe is not on the PATH");
        List<String> lines = new ArrayList<>(List.of("@echo off"));
        lines.addAll(credentials("a/+=B9", "t==").exportLines(Shell.CMD));
        lines.add("echo %AWS_SECRET_ACCESS_KEY% %AWS_SESSION_TOKEN%[%AWS_PROFILE%]");
        Path script = Files.write(folder.resolve("lines.cmd"), lines);
        Process process = new ProcessBuilder("cmd.exe", "/c", script.toString()).start();

        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip())
                .isEqualTo("a/+=B9 t==[]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "sh"})
    void posixLinesWorkUnderStrictSettings(String shell) throws Exception {
        assumeTrue(found(shell), shell + " is not on the PATH");
        List<String> lines = new ArrayList<>(List.of("set -eu"));
        lines.addAll(credentials("it's", "t").exportLines(Shell.POSIX));
        assertThat(run(List.of(shell, "-s"), lines)).containsEntry("AWS_SECRET_ACCESS_KEY", "it's");
    }

    private static void carriesEachValue(String shell, List<String> command, Shell syntax) throws Exception {
        assumeTrue(found(shell), shell + " is not on the PATH");
        for (String value : values()) {
            Map<String, String> seen =
                    run(command, credentials(value, value + "t").exportLines(syntax));
            assertThat(seen)
                    .as("in %s: %s", shell, value)
                    .containsEntry("AWS_ACCESS_KEY_ID", "AKIAIOSFODNN7EXAMPLE")
                    .containsEntry("AWS_SECRET_ACCESS_KEY", value)
                    .containsEntry("AWS_SESSION_TOKEN", value + "t")
                    .containsEntry("AWS_CREDENTIAL_EXPIRATION", "2026-11-24T11:00:00Z")
                    .containsEntry("AWS_REGION", "us-west-2")
                    .containsEntry("AWS_DEFAULT_REGION", "us-west-2")
                    .doesNotContainKeys(
                            "AWS_PROFILE",
                            "AWS_DEFAULT_PROFILE",
                            "AWS_SECURITY_TOKEN",
                            "AWS_CREDENTIAL_FILE",
                            "AWS_ACCOUNT_ID");
        }
        IssuedCredentials keys = IssuedCredentials.builder()
                .accessKeyId("AKIAIOSFODNN7EXAMPLE")
                .secretAccessKey("s")
                .build();
        assertThat(run(command, keys.exportLines(syntax)))
                .containsEntry("AWS_SECRET_ACCESS_KEY", "s")
                .doesNotContainKeys("AWS_SESSION_TOKEN", "AWS_CREDENTIAL_EXPIRATION", "AWS_PROFILE");
    }

    private static List<String> values() {
        long seed = System.nanoTime();
        System.out.println("ShellRoundTripTest seed " + seed);
        Random random = new Random(seed);
        List<String> values = new ArrayList<>(HOSTILE);
        for (int i = 0; i < RANDOM_VALUES; i++) {
            StringBuilder value = new StringBuilder("x");
            for (int length = random.nextInt(24); length > 0; length--) {
                value.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
            }
            values.add(value.toString());
        }
        return values;
    }

    private static IssuedCredentials credentials(String secret, String token) {
        return IssuedCredentials.builder()
                .accessKeyId("AKIAIOSFODNN7EXAMPLE")
                .secretAccessKey(secret)
                .sessionToken(token)
                .expiration(Instant.parse("2026-11-24T11:00:00Z"))
                .region(Region.US_WEST_2)
                .build();
    }

    /** Feeds the lines to the shell, in an environment full of stale variables, and returns the environment of a child. */
    private static Map<String, String> run(List<String> command, List<String> lines) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        STALE.forEach(name -> builder.environment().put(name, "stale"));
        builder.environment().put("AWS_SESSION_TOKEN", "stale");
        Process process = builder.start();
        String script = String.join("\n", lines) + "\nenv -0\n";
        try (OutputStream in = process.getOutputStream()) {
            in.write(script.getBytes(StandardCharsets.UTF_8));
        }
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(out).isZero();
        Map<String, String> seen = new HashMap<>();
        for (String entry : out.split("\0", 0)) {
            int equals = entry.indexOf('=');
            seen.put(entry.substring(0, equals), entry.substring(equals + 1));
        }
        return seen;
    }

    private static boolean found(String program) {
        return Programs.found(program);
    }
}
