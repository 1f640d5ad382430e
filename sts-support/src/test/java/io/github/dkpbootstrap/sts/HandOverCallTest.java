// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.dkpbootstrap.sts.Programs.Outcome;
import io.github.dkpbootstrap.sts.file.SharedCredentialsFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProcessCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.StsClient;

/** What is handed over is used for a call, whose signature the testkit verifies. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class HandOverCallTest {
    @TempDir
    static Path folder;

    private static HandOver handOver;

    @BeforeAll
    static void start() throws Exception {
        handOver = new HandOver(folder);
        Path json = PrivateTestFiles.write(folder.resolve("session.json"), handOver.session.toCredentialProcessJson());
        Path keys = PrivateTestFiles.write(
                folder.resolve("keys.json"), handOver.userKeys().toCredentialProcessJson());
        Files.write(
                folder.resolve("config"),
                List.of(
                        "[profile process]",
                        "credential_process = cat " + json,
                        "region = us-west-2",
                        "[profile process-keys]",
                        "credential_process = cat " + keys,
                        "region = us-west-2"));
        SharedCredentialsFile file = SharedCredentialsFile.of(folder.resolve("credentials"));
        file.write("dkp", handOver.session);
        file.write("keys", handOver.userKeys());
        file.write("wrong", wrong());
    }

    @AfterAll
    static void stop() {
        handOver.close();
    }

    @ParameterizedTest
    @CsvSource({"sh,POSIX", "fish,FISH"})
    void aProgramOfTheShellIsTheSession(String shell, Shell syntax) throws Exception {
        assumeTrue(Programs.found(shell), shell + " is not on the PATH");

        assertThat(handOver.inShell(List.of(shell), handOver.session.exportLines(syntax), handOver.java())
                        .out())
                .isEqualToIgnoringNewLines(HandOver.SESSION_ARN);
    }

    @ParameterizedTest
    @CsvSource({"sh,POSIX", "bash,POSIX", "fish,FISH"})
    void theCliOfTheShellIsTheSessionAndThenTheUser(String shell, Shell syntax) throws Exception {
        assumeTrue(Programs.found(shell), shell + " is not on the PATH");
        assumeTrue(Programs.found("aws"), "aws is not on the PATH");

        assertThat(handOver.inShell(List.of(shell), handOver.session.exportLines(syntax), HandOver.cli()))
                .isEqualTo(new Outcome(0, HandOver.SESSION_ARN + "\n"));
        assertThat(handOver.inShell(List.of(shell), handOver.userKeys().exportLines(syntax), HandOver.cli()))
                .isEqualTo(new Outcome(0, userArn() + "\n"));
    }

    @Test
    void aProgramOfTheShellIsTheUserOfLongLivedKeysThoughATokenWasThere() throws Exception {
        assumeTrue(Programs.found("sh"), "sh is not on the PATH");

        assertThat(handOver.inShell(List.of("sh"), handOver.userKeys().exportLines(Shell.POSIX), handOver.java())
                        .out())
                .isEqualToIgnoringNewLines(userArn());
    }

    @Test
    void aChildProcessIsTheSession() throws Exception {
        ProcessBuilder process = handOver.process(handOver.java());
        process.environment().put("AWS_PROFILE", "stale");
        handOver.session.exportTo(process);

        assertThat(Programs.run(process).out()).isEqualToIgnoringNewLines(HandOver.SESSION_ARN);
    }

    @Test
    void aWrongSecretIsFoundOut() throws Exception {
        ProcessBuilder process = handOver.process(handOver.java());
        wrong().exportTo(process);

        assertThat(Programs.run(process).out()).isEqualToIgnoringNewLines("SignatureDoesNotMatch");
        assertThat(arnOf(ProcessCredentialsProvider.builder()
                        .command(List.of("cat", folder.resolve("session.json").toString()))
                        .build()))
                .isEqualTo(HandOver.SESSION_ARN);
    }

    @ParameterizedTest
    @CsvSource({"dkp,assumed", "keys,user", "process,assumed", "process-keys,user"})
    void theSdkIsWhoTheProfileSays(String profile, String who) {
        ProfileFile files = ProfileFile.aggregator()
                .addFile(ProfileFile.builder()
                        .type(ProfileFile.Type.CREDENTIALS)
                        .content(folder.resolve("credentials"))
                        .build())
                .addFile(ProfileFile.builder()
                        .type(ProfileFile.Type.CONFIGURATION)
                        .content(folder.resolve("config"))
                        .build())
                .build();

        assertThat(arnOf(ProfileCredentialsProvider.builder()
                        .profileFile(files)
                        .profileName(profile)
                        .build()))
                .isEqualTo(arn(who));
    }

    @ParameterizedTest
    @CsvSource({"dkp,assumed", "keys,user", "process,assumed", "process-keys,user"})
    void boto3IsWhoTheProfileSays(String profile, String who) throws Exception {
        Programs.assumeBoto3();

        assertThat(Programs.run(handOver.process(HandOver.boto3("profile_name=\"" + profile + "\"")))
                        .out())
                .isEqualToIgnoringNewLines(arn(who));
    }

    @ParameterizedTest
    @CsvSource({"dkp,assumed", "keys,user", "process,assumed"})
    void theCliIsWhoTheProfileSays(String profile, String who) throws Exception {
        assumeTrue(Programs.found("aws"), "aws is not on the PATH");
        ProcessBuilder process = handOver.process(HandOver.cli());
        process.environment().put("AWS_PROFILE", profile);

        assertThat(Programs.run(process)).isEqualTo(new Outcome(0, arn(who) + "\n"));
    }

    @Test
    void theCliWithAWrongSecretIsFoundOut() throws Exception {
        assumeTrue(Programs.found("aws"), "aws is not on the PATH");
        ProcessBuilder process = handOver.process(HandOver.cli());
        process.environment().put("AWS_PROFILE", "wrong");

        assertThat(Programs.run(process).out()).contains("SignatureDoesNotMatch");
    }

    private static String arnOf(AwsCredentialsProvider credentials) {
        try (StsClient sts = StsClient.builder()
                .endpointOverride(handOver.aws.endpoint())
                .region(Region.US_WEST_2)
                .credentialsProvider(credentials)
                .build()) {
            return sts.getCallerIdentity().arn();
        }
    }

    private static IssuedCredentials wrong() {
        return handOver.session.toBuilder()
                .secretAccessKey("x" + handOver.session.secretAccessKey().substring(1) + "x")
                .build();
    }

    private static String arn(String who) {
        return who.equals("user") ? userArn() : HandOver.SESSION_ARN;
    }

    private static String userArn() {
        return handOver.aws.administrator().userArn();
    }
}
