// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sts.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dkpbootstrap.sts.Programs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.profiles.ProfileFile;

/** Writers at the same time, in threads and in processes, and writers that are killed. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class ConcurrentWritersTest {
    private static final int WRITERS = 4;
    private static final int PROFILES = 25;

    @TempDir
    Path folder;

    @Test
    void nothingIsLostAmongThreadsAndProcesses() throws Exception {
        Path file = folder.resolve("credentials");
        ExecutorService threads = Executors.newFixedThreadPool(2 * WRITERS);
        try {
            List<Future<Integer>> ends = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                ends.add(threads.submit(process(file, "process" + writer)));
                ends.add(threads.submit(thread(file, "thread" + writer)));
            }
            while (!ends.stream().allMatch(Future::isDone)) { // whoever reads meanwhile finds a whole file
                assertThat(Files.exists(file) ? Files.readString(file) : "")
                        .matches(content -> content.isEmpty() || content.endsWith("region = us-west-2\n"));
            }
            for (Future<Integer> end : ends) {
                assertThat(end.get()).isZero();
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(profiles(file)).hasSize(2 * WRITERS * PROFILES).contains("process3-24", "thread3-24", "process0-0");
        assertThat(Files.readAllLines(file)).hasSize(2 * WRITERS * PROFILES * 7 - 1); // a blank line between two
    }

    @ParameterizedTest
    @EnumSource(Replacement.Step.class)
    void aKilledWriterLeavesOneOfTheTwoFilesWhole(Replacement.Step step) throws Exception {
        Path file = folder.resolve("credentials");
        SharedCredentialsFile.of(file).write("old", Samples.SESSION);

        Programs.Outcome end = Programs.run(new ProcessBuilder(command(file, "new", 1, step.name())));

        assertThat(end.exitCode()).as(end.out()).isEqualTo(ProfileWriter.KILLED);
        assertThat(profiles(file))
                .containsExactlyInAnyOrder(
                        step == Replacement.Step.MOVED ? new String[] {"old", "new-0"} : new String[] {"old"});
        assertThat(leftOvers()).hasSize(step == Replacement.Step.MOVED ? 0 : 1).allSatisfy(left -> {
            if (left.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(left)))
                        .isEqualTo("rw-------");
            }
        });

        SharedCredentialsFile.of(file).write("later", Samples.SESSION); // neither lock nor left-over stands in the way
        assertThat(profiles(file)).contains("old", "later");
        assertThat(leftOvers()).isEmpty();
    }

    private static Callable<Integer> process(Path file, String prefix) {
        return () -> Programs.run(new ProcessBuilder(command(file, prefix, PROFILES)))
                .exitCode();
    }

    private static Callable<Integer> thread(Path file, String prefix) {
        return () -> {
            for (int i = 0; i < PROFILES; i++) {
                SharedCredentialsFile.of(file).write(prefix + "-" + i, Samples.SESSION);
            }
            return 0;
        };
    }

    private static List<String> command(Path file, String prefix, int profiles, String... step) {
        List<String> command = new ArrayList<>(Programs.java(ProfileWriter.class));
        command.addAll(List.of(file.toString(), prefix, Integer.toString(profiles)));
        command.addAll(List.of(step));
        return command;
    }

    private List<Path> leftOvers() throws Exception {
        try (var files = Files.list(folder)) {
            return files.filter(path -> path.toString().endsWith(".tmp")).toList();
        }
    }

    private static Iterable<String> profiles(Path file) {
        return ProfileFile.builder()
                .type(ProfileFile.Type.CREDENTIALS)
                .content(file)
                .build()
                .profiles()
                .keySet();
    }
}
