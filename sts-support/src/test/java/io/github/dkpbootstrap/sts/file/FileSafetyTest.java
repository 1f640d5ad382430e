// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sts.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.dkpbootstrap.sts.Programs;
import io.github.dkpbootstrap.sts.UnwritableCredentialsFileException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Modes, links, owners, and what is there when a writer fails half-way. */
class FileSafetyTest {
    private static final String OLD = "[old]\naws_access_key_id = AKIAOLD\n";

    @TempDir
    Path folder;

    @BeforeEach
    void needsPosix() {
        assumeTrue(
                folder.getFileSystem().supportedFileAttributeViews().contains("posix"),
                "the file system has no POSIX permissions");
    }

    @Test
    void whatIsMadeIsForItsOwnerAlone() throws IOException {
        Path file = folder.resolve("home/.aws/credentials");

        SharedCredentialsFile.of(file).write("dkp", Samples.KEYS);

        assertThat(mode(file)).isEqualTo("rw-------");
        assertThat(mode(folder.resolve("home"))).isEqualTo("rwx------");
        assertThat(mode(folder.resolve("home/.aws"))).isEqualTo("rwx------");
        assertThat(mode(folder.resolve("home/.aws/credentials.dkp-bootstrap.lock")))
                .isEqualTo("rw-------");
        assertThat(names(folder.resolve("home/.aws"))).containsExactly("credentials", "credentials.dkp-bootstrap.lock");
    }

    @Test
    void aWiderModeIsNarrowedAndThatOfTheDirectoryStays() throws IOException {
        Path directory = Files.createDirectory(folder.resolve("shared"));
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path file = Files.writeString(directory.resolve("credentials"), OLD);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));

        SharedCredentialsFile.of(file).write("dkp", Samples.KEYS);

        assertThat(mode(file)).isEqualTo("rw-------");
        assertThat(mode(directory)).isEqualTo("rwxr-xr-x");
    }

    @Test
    void chainsOfLinksStayAndTheirTargetIsWritten() throws IOException {
        Path target = folder.resolve("dotfiles/aws-credentials");
        Files.createDirectory(target.getParent());
        Path second = Files.createSymbolicLink(folder.resolve("second"), Path.of("dotfiles/aws-credentials"));
        Path first = Files.createSymbolicLink(folder.resolve("first"), second);

        SharedCredentialsFile.of(first).write("dkp", Samples.KEYS); // the target is not there yet
        SharedCredentialsFile.of(first).write("other", Samples.KEYS);

        assertThat(first).isSymbolicLink();
        assertThat(second).isSymbolicLink();
        assertThat(target).isRegularFile().content().contains("[dkp]", "[other]");
        assertThat(names(folder.resolve("dotfiles"))).contains("aws-credentials.dkp-bootstrap.lock");
    }

    @Test
    void aLinkWhoseTargetHasNoDirectoryYetGetsOne() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("later/credentials"));

        SharedCredentialsFile.of(link).write("dkp", Samples.KEYS);

        assertThat(folder.resolve("later/credentials")).content().contains("[dkp]");
        assertThat(mode(folder.resolve("later"))).isEqualTo("rwx------");
    }

    @Test
    void linksInACircleAreToldOf() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("a"), Path.of("b"));
        Files.createSymbolicLink(folder.resolve("b"), Path.of("a"));

        assertThatThrownBy(() -> SharedCredentialsFile.of(link).write("dkp", Samples.KEYS))
                .isInstanceOf(UnwritableCredentialsFileException.class)
                .hasMessageContaining("circle");
    }

    @Test
    void aDirectoryIsNoFile() {
        for (Path directory : new Path[] {folder, Path.of("/")}) {
            assertThatThrownBy(() -> SharedCredentialsFile.of(directory).write("dkp", Samples.KEYS))
                    .isInstanceOf(UnwritableCredentialsFileException.class)
                    .hasMessageContaining("is not a file");
        }
    }

    @Test
    void aDirectoryThatCannotBeMadeIsToldOfWithItsCause() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThatThrownBy(() ->
                        SharedCredentialsFile.of(file.resolve("credentials")).write("dkp", Samples.KEYS))
                .isInstanceOf(UnwritableCredentialsFileException.class)
                .hasMessageContaining("Cannot write " + file)
                .hasCauseInstanceOf(IOException.class);
    }

    @Test
    void aFileOfAnotherOwnerStaysWithIt() throws IOException {
        Path file = Files.writeString(folder.resolve("credentials"), OLD);
        assumeTrue(chown(file), "only root may give files away");

        SharedCredentialsFile.of(file).write("dkp", Samples.KEYS);

        assertThat(Files.getAttribute(file, "unix:uid")).isEqualTo(12345);
        assertThat(mode(file)).isEqualTo("rw-------");
    }

    @Test
    void whatIsInThePlaceOfALeftOverDoesNotStandInTheWay() throws IOException {
        Path inTheWay = folder.resolve(".credentials.1.dkp-bootstrap.tmp");
        Files.createDirectories(inTheWay.resolve("full"));
        Path file = folder.resolve("credentials");

        SharedCredentialsFile.of(file).write("dkp", Samples.KEYS);

        assertThat(file).content().contains("[dkp]");
        assertThat(inTheWay).isDirectory();
    }

    /** Root writes for a user, who swaps a link in. */
    @Test
    void whatALinkLeadsToIsNotGivenAway() throws IOException {
        Path directory = Files.createDirectory(folder.resolve("of-a-user"));
        assumeTrue(chown(directory), "only root may give files away");
        Path ofRoot = Files.writeString(folder.resolve("of-root"), "");
        Path link = Files.createSymbolicLink(directory.resolve("link"), ofRoot);

        PrivateFiles.giveToOwnerOf(directory, link);

        assertThat(Files.getAttribute(ofRoot, "unix:uid")).isEqualTo(0);
    }

    @Test
    void aLinkThatIsPutInThePlaceOfTheNewFileIsNotWrittenThrough() throws IOException {
        Path ofOthers = Files.writeString(folder.resolve("of-others"), "theirs");
        Path file = folder.resolve("credentials");
        Consumer<Replacement.Step> swap = step -> {
            if (step == Replacement.Step.CREATED) {
                link(
                        names(folder)
                                .filter(name -> name.endsWith(".tmp"))
                                .findFirst()
                                .orElseThrow(),
                        ofOthers);
            }
        };

        SharedCredentialsFile.watched(file, swap).write("dkp", Samples.KEYS);

        assertThat(ofOthers).hasContent("theirs");
    }

    @Test
    void anInterruptedThreadDoesNotWaitForAnother() throws Exception {
        Path file = folder.resolve("credentials");
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Consumer<Replacement.Step> other = step -> {
            if (step == Replacement.Step.CREATED) {
                failure.set(failureOfInterrupted(file));
            }
        };

        SharedCredentialsFile.watched(file, other).write("dkp", Samples.KEYS);

        assertThat(failure.get())
                .isInstanceOf(UnwritableCredentialsFileException.class)
                .hasMessageContaining("interrupted while another thread");
        assertThat(file).content().contains("[dkp]").doesNotContain("[late]");
    }

    private static Throwable failureOfInterrupted(Path file) {
        CompletableFuture<Throwable> failure = new CompletableFuture<>();
        Thread late = new Thread(() -> {
            Thread.currentThread().interrupt();
            failure.complete(catchThrowable(() -> SharedCredentialsFile.of(file).write("late", Samples.KEYS)));
        });
        late.start();
        return failure.orTimeout(30, TimeUnit.SECONDS).join();
    }

    private void link(String name, Path target) {
        try {
            Files.delete(folder.resolve(name));
            Files.createSymbolicLink(folder.resolve(name), target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Replacement.Step.class,
            names = {"CREATED", "WRITTEN", "SYNCED"})
    void aFailureBeforeTheMoveLeavesTheOldFileAndNothingElse(Replacement.Step step) throws IOException {
        Path file = Files.writeString(folder.resolve("credentials"), OLD);

        assertThatThrownBy(() ->
                        SharedCredentialsFile.watched(file, failingAt(step)).write("dkp", Samples.KEYS))
                .isInstanceOf(IllegalStateException.class);

        assertThat(file).hasContent(OLD);
        assertThat(names(folder)).containsExactly("credentials", "credentials.dkp-bootstrap.lock");
        SharedCredentialsFile.of(file).write("dkp", Samples.KEYS); // the lock is free
        assertThat(file).content().startsWith(OLD).contains("[dkp]");
    }

    @Test
    void atEachMomentTheNewFileIsForItsOwnerAlone() throws IOException {
        Path file = folder.resolve("credentials");
        SharedCredentialsFile.watched(file, step -> assertThat(allModes()).containsOnly("rw-------"))
                .write("dkp", Samples.KEYS);

        assertThat(file).isRegularFile();
    }

    @Test
    void aLinkThatIsPutInPlaceOfTheNewFileGivesNobodyAnotherFile() throws IOException {
        Path other = Files.writeString(folder.resolve("of-root"), "");
        Path home = Files.createDirectory(folder.resolve("home"));
        Path file = Files.writeString(home.resolve("credentials"), OLD);
        assumeTrue(chown(file), "only root may give files away");
        Object owner = Files.getAttribute(other, "unix:uid");

        SharedCredentialsFile.watched(file, step -> {
                    if (step == Replacement.Step.WRITTEN) {
                        replaceByLink(home, other);
                    }
                })
                .write("dkp", Samples.KEYS);

        assertThat(Files.getAttribute(other, "unix:uid")).isEqualTo(owner);
        assertThat(other).isEmptyFile();
    }

    @Test
    void aLinkInPlaceOfTheLockIsNotFollowed() throws IOException {
        Path other = folder.resolve("other");
        Path file = folder.resolve("credentials");
        Files.createSymbolicLink(folder.resolve("credentials.dkp-bootstrap.lock"), other);

        assertThatThrownBy(() -> SharedCredentialsFile.of(file).write("dkp", Samples.KEYS))
                .isInstanceOf(UnwritableCredentialsFileException.class);
        assertThat(other).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"000", "022", "077"})
    void theModesAreThoseWhateverTheMaskOfTheProcess(String mask) throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "there is no /bin/sh");
        Path file = folder.resolve("new/credentials");
        List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", "umask " + mask + "; exec \"$@\"", "sh"));
        command.addAll(Programs.java(ProfileWriter.class));
        command.addAll(List.of(file.toString(), "dkp", "1"));

        Programs.Outcome outcome = Programs.run(new ProcessBuilder(command));
        assertThat(outcome.exitCode()).as(outcome.out()).isZero();

        assertThat(mode(folder.resolve("new"))).isEqualTo("rwx------");
        assertThat(names(folder.resolve("new")).map(name -> mode(file.resolveSibling(name))))
                .hasSize(2)
                .containsOnly("rw-------");
    }

    @Test
    void withoutPosixPermissionsFilesAndDirectoriesAreMadeAllTheSame() throws IOException {
        try (FileSystem zip = FileSystems.newFileSystem(folder.resolve("plain.zip"), Map.of("create", "true"))) {
            Path directory = zip.getPath("/a/b");
            assertThat(zip.supportedFileAttributeViews()).doesNotContain("posix");

            PrivateFiles.createDirectories(directory);
            Path made = directory.resolve(".c.tmp");
            PrivateFiles.create(made).close();
            PrivateFiles.giveToOwnerOf(directory, made);
            PrivateFiles.offerToOwnerOfDirectory(made);

            assertThat(Files.exists(made)).isTrue();
        }
    }

    private Stream<String> allModes() {
        return names(folder).map(name -> mode(folder.resolve(name)));
    }

    static Consumer<Replacement.Step> failingAt(Replacement.Step at) {
        return step -> {
            if (step == at) {
                throw new IllegalStateException("stopped at " + step);
            }
        };
    }

    private static void replaceByLink(Path directory, Path target) {
        try (Stream<Path> files = Files.list(directory)) {
            Path made = files.filter(path -> path.toString().endsWith(".tmp"))
                    .findFirst()
                    .orElseThrow();
            Files.delete(made);
            Files.createSymbolicLink(made, target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean chown(Path file) {
        try {
            Files.setAttribute(file, "unix:uid", 12345);
            return true;
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    private static String mode(Path path) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> names(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(path -> path.getFileName().toString()).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
