// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.dkpbootstrap.ec2.InstanceDrive;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every public path with marked secrets, and a search for them in all that was printed, logged, thrown and written. */
class NothingLeaksTest {
    private static final String FILE_PROPERTY = "aws.sharedCredentialsFile";
    private static final String PLAIN =
            "its messages are made of names, statuses and AWS's reasons of operations alone";

    /** Loggers that are not ours and show secrets at DEBUG, each for what it shows. The guide to sessions names them. */
    private static final Map<String, String> LOUD = Map.of(
            "software.amazon.awssdk.http.auth.aws.internal.signer.DefaultV4RequestSigner",
            "all that it signs, the session token too",
            "software.amazon.awssdk.request",
            "AWS's errors, which quote refused values",
            "software.amazon.awssdk.retries.internal.DefaultStandardRetryStrategy",
            "the errors of the attempts",
            "software.amazon.awssdk.utils.cache.CachedSupplier",
            "what the process of a profile printed, where it is no JSON",
            "org.apache.http.wire",
            "requests and answers, byte by byte",
            "org.apache.http.headers",
            "the headers of requests");

    /** The JDK's own, from some version on, which shows the command lines of processes: here that of a credential_process. */
    private static final String OF_PROCESSES = "java.lang.ProcessBuilder";

    /** Types that the drive makes nothing of, and why that is no gap. */
    private static final Map<String, String> NOT_DRIVEN = new TreeMap<>(Map.of(
            "io.github.dkpbootstrap.DkpBootstrap", "static doors to a Bootstrapper, which has no instances",
            "io.github.dkpbootstrap.RegionalClients", "a function of the caller's",
            "io.github.dkpbootstrap.AttachmentQuotaException", PLAIN,
            "io.github.dkpbootstrap.PlanOutdatedException", PLAIN,
            "io.github.dkpbootstrap.PolicyAttachmentException", PLAIN,
            "io.github.dkpbootstrap.StackBusyException", PLAIN,
            "io.github.dkpbootstrap.StackOperationInterruptedException", PLAIN));

    private final Marks marks = new Marks();
    private final Evidence evidence = new Evidence();

    @TempDir
    Path home;

    @Test
    void nothingSecretIsPrintedLoggedThrownOrWritten() throws IOException {
        assumeTrue(
                home.getFileSystem().supportedFileAttributeViews().contains("posix"),
                "the file system has no POSIX permissions");
        Set<String> loud = new TreeSet<>();
        Set<Path> holders;
        try (Printed printed = new Printed()) {
            holders = drive();
            printed.lines().forEach(line -> log(line, loud));
            printed.warnings().forEach(line -> evidence.text("warning", line));
            evidence.text("standard output or error", printed.streams());
        }
        System.getProperties().forEach((key, value) -> evidence.text("system property " + key, value.toString()));

        assertThat(marks.count()).isGreaterThan(35);
        assertThat(evidence.leaks(marks)).isEmpty();
        assertThat(evidence.needlesslyExcepted(marks)).isEmpty();
        assertThat(loud).containsExactlyInAnyOrderElementsOf(LOUD.keySet());
        filesAreForTheirOwnerAlone(holders);
        assertThat(PublicTypes.without(evidence::saw)).containsExactlyElementsOf(NOT_DRIVEN.keySet());
    }

    @Test
    void theSearchFindsWhatIsThere() throws IOException {
        marks.add("planted", "hush/planted");
        marks.add("code", "123456");
        evidence.text("safe", "hush, planted 1234567 a123456b");
        evidence.see(new IllegalStateException("outer", new IllegalStateException("it is hush%2Fplanted")));
        evidence.fails(() -> {
            IllegalStateException failure = new IllegalStateException("fine");
            failure.addSuppressed(new IllegalStateException("the code 123456"));
            throw failure;
        });

        assertThat(evidence.leaks(marks))
                .containsExactlyInAnyOrder(
                        "stack trace of IllegalStateException shows [planted 0]",
                        "serialised IllegalStateException shows [planted 0]",
                        "stack trace of IllegalStateException shows [code 1]",
                        "serialised IllegalStateException shows [code 1]");
        assertThat(PublicTypes.without(type -> false)).contains("io.github.dkpbootstrap.sts.IssuedCredentials");
    }

    private Set<Path> drive() throws IOException {
        marks.add("old key in a file", HandOverDrive.OLD);
        marks.add("user data", "hush-user-data");
        System.setProperty(FILE_PROPERTY, home.resolve("home/.aws/credentials").toString());
        try (MarkedAccount account = new MarkedAccount(marks, evidence)) {
            DeploymentDrive deployment = new DeploymentDrive(account, evidence);
            SessionDrive sessions = new SessionDrive(account, evidence, deployment.deploy());
            Set<Path> holders = new HandOverDrive(evidence, home, sessions.run()).run();
            deployment.rest();
            InstanceDrive.run("hush-user-data", evidence::see);
            account.aws.calls().stream()
                    .filter(call ->
                            call.action().startsWith("sts:") && call.fault().isEmpty())
                    .forEach(evidence::see);
            return holders;
        } finally {
            System.clearProperty(FILE_PROPERTY);
        }
    }

    private void log(String line, Set<String> loud) {
        String logger = line.substring(0, line.indexOf(':'));
        if (logger.equals(OF_PROCESSES)) {
            return;
        }
        if (!LOUD.containsKey(logger)) {
            evidence.text("log of " + logger, line);
        } else if (!loud.contains(logger) && !marks.in(line).isEmpty()) {
            loud.add(logger);
        }
    }

    private void filesAreForTheirOwnerAlone(Set<Path> holders) throws IOException {
        try (Stream<Path> files = Files.walk(home)) {
            List<Path> all = files.filter(Files::isRegularFile).toList();
            assertThat(all).containsAll(holders);
            for (Path file : all) {
                boolean secret = !marks.in(Files.readString(file, StandardCharsets.ISO_8859_1))
                        .isEmpty();
                assertThat(secret).as(file.toString()).isEqualTo(holders.contains(file));
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                        .as(file.toString())
                        .isEqualTo("rw-------");
            }
        }
    }
}
