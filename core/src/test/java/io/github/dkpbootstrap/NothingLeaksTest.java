// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.github.dkpbootstrap.ec2.InstanceDrive;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every public path with marked secrets, and a search for them in all that was printed, logged, thrown and written. */
class NothingLeaksTest {
    private static final Set<String> LOUD = Set.of(
            "software.amazon.awssdk.http.auth.aws.internal.signer.DefaultV4RequestSigner",
            "software.amazon.awssdk.request",
            "software.amazon.awssdk.retries.internal.DefaultStandardRetryStrategy",
            "software.amazon.awssdk.utils.cache.CachedSupplier");
    private static final Map<String, String> NOT_DRIVEN = Map.of();

    private final Marks marks = new Marks();
    private final Evidence evidence = new Evidence();

    @TempDir
    Path home;

    @Test
    void nothingSecretIsPrintedLoggedThrownOrWritten() throws IOException {
        List<String> lines;
        Set<Path> holders;
        try (RecordedLog log = RecordedLog.ofAllThreads()) {
            holders = drive();
            lines = log.all();
        }
        lines.stream()
                .filter(line -> !LOUD.contains(line.substring(0, line.indexOf(':'))))
                .forEach(line -> evidence.text("log: " + line.substring(0, line.indexOf(':')), line));
        System.getProperties().forEach((key, value) -> evidence.text("system property " + key, value.toString()));
        System.out.println(marks.count() + " marks " + evidence.size() + " texts");
        System.out.println(new TreeSet<>(unseen()));
        assertThat(evidence.leaks(marks)).isEmpty();
        assertThat(evidence.needlesslyExcepted(marks)).isEmpty();
    }

    private Set<Path> drive() throws IOException {
        marks.add("old key in a file", HandOverDrive.OLD);
        try (MarkedAccount account = new MarkedAccount(marks, evidence)) {
            DeploymentDrive deployment = new DeploymentDrive(account, evidence);
            SessionDrive sessions = new SessionDrive(account, evidence, deployment.deploy());
            System.setProperty(
                    "aws.sharedCredentialsFile",
                    home.resolve("home/.aws/credentials").toString());
            Set<Path> holders = new HandOverDrive(evidence, home, sessions.run()).run();
            deployment.rest();
            InstanceDrive.run("hush-user-data", evidence::see);
            account.aws.calls().stream()
                    .filter(call ->
                            call.action().startsWith("sts:") && call.fault().isEmpty())
                    .forEach(evidence::see);
            return holders;
        } finally {
            System.clearProperty("aws.sharedCredentialsFile");
        }
    }

    private Set<String> unseen() {
        Set<String> all = new TreeSet<>();
        new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages(
                                "io.github.dkpbootstrap.sts", "io.github.dkpbootstrap.ec2", "io.github.dkpbootstrap")
                        .stream()
                        .filter(type -> Set.of(
                                        "io.github.dkpbootstrap",
                                        "io.github.dkpbootstrap.ec2",
                                        "io.github.dkpbootstrap.sts",
                                        "io.github.dkpbootstrap.sts.file")
                                .contains(type.getPackageName()))
                        .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                        .map(type -> type.getName())
                        .filter(name -> !evidence.saw(name))
                        .forEach(all::add);
        return all;
    }
}
