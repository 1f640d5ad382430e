// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sts;

import io.github.dkpbootstrap.sts.Programs.Outcome;
import io.github.dkpbootstrap.testkit.AccessKeys;
import io.github.dkpbootstrap.testkit.LocalAws;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.sts.StsClient;

/** An AWS with a role, a session of it, and processes that call that AWS with what they were handed. */
final class HandOver implements AutoCloseable {
    static final String SESSION_ARN = "arn:aws:sts::123456789012:assumed-role/dkp-bootstrapper-role/hand-over";
    private static final String ROLE_ARN = "arn:aws:iam::123456789012:role/dkp-bootstrapper-role";
    private static final String TRUST = "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\","
            + "\"Principal\":{\"AWS\":\"arn:aws:iam::123456789012:root\"},\"Action\":\"sts:AssumeRole\"}]}";
    private static final List<String> STALE = List.of(
            "AWS_PROFILE",
            "AWS_DEFAULT_PROFILE",
            "AWS_SECURITY_TOKEN",
            "AWS_SESSION_TOKEN",
            "AWS_ACCESS_KEY_ID",
            "AWS_SECRET_ACCESS_KEY",
            "AWS_ACCOUNT_ID");

    final LocalAws aws = LocalAws.builder().region("us-west-2").start();
    final Path folder;
    final IssuedCredentials session;

    HandOver(Path folder) {
        this.folder = folder;
        StaticCredentialsProvider administrator = StaticCredentialsProvider.create(AwsBasicCredentials.create(
                aws.administrator().accessKeyId(), aws.administrator().secretAccessKey()));
        try (IamClient iam = IamClient.builder()
                        .endpointOverride(aws.endpoint())
                        .region(Region.US_WEST_2)
                        .credentialsProvider(administrator)
                        .build();
                StsClient sts = StsClient.builder()
                        .endpointOverride(aws.endpoint())
                        .region(Region.US_WEST_2)
                        .credentialsProvider(administrator)
                        .build()) {
            iam.createRole(r -> r.roleName("dkp-bootstrapper-role").assumeRolePolicyDocument(TRUST));
            try (DkpSession opened = DkpSession.open(
                    s -> s.roleArn(ROLE_ARN).sessionName("hand-over").stsClient(sts))) {
                session = opened.issued();
            }
        }
    }

    /** Returns the long-lived keys of a user, in the Region. */
    IssuedCredentials userKeys() {
        AccessKeys keys = aws.administrator();
        return IssuedCredentials.builder()
                .accessKeyId(keys.accessKeyId())
                .secretAccessKey(keys.secretAccessKey())
                .region(Region.US_WEST_2)
                .build();
    }

    /** Evaluates the lines in a shell that is full of what they are to replace, and then runs the command from it. */
    Outcome inShell(List<String> shell, List<String> lines, List<String> command) throws Exception {
        List<String> script = new ArrayList<>(lines);
        script.add(command.stream().map(word -> "'" + word + "'").collect(Collectors.joining(" ")));
        List<String> whole = new ArrayList<>(shell);
        whole.add(Files.write(Files.createTempFile(folder, "lines", ".sh"), script)
                .toString());
        ProcessBuilder process = process(whole);
        STALE.forEach(name -> process.environment().put(name, "stale"));
        return Programs.run(process);
    }

    /** Returns a process that reaches this AWS, and finds no credentials but those that it is given. */
    ProcessBuilder process(List<String> command) throws IOException {
        ProcessBuilder process = new ProcessBuilder(command);
        Map<String, String> environment = process.environment();
        environment.keySet().removeIf(name -> name.startsWith("AWS_"));
        environment.put("AWS_ENDPOINT_URL", aws.endpoint().toString());
        environment.put("AWS_CONFIG_FILE", folder.resolve("config").toString());
        environment.put(
                "AWS_SHARED_CREDENTIALS_FILE", folder.resolve("credentials").toString());
        environment.put("AWS_EC2_METADATA_DISABLED", "true");
        environment.put("NO_PROXY", "127.0.0.1");
        return process;
    }

    /** Returns the command of a Java program that says who it is. */
    List<String> java() {
        List<String> command = new ArrayList<>(Programs.java(CallerIdentity.class));
        command.add(aws.endpoint().toString());
        return command;
    }

    /** Returns the command of the AWS CLI that says who it is. */
    static List<String> cli() {
        return List.of("aws", "sts", "get-caller-identity", "--query", "Arn", "--output", "text");
    }

    /** Returns the command of a Python program that says who it is, with these arguments of a boto3 session. */
    static List<String> boto3(String session) {
        return List.of(
                "python3",
                "-c",
                "import boto3; print(boto3.Session(" + session + ").client(\"sts\").get_caller_identity()[\"Arn\"])");
    }

    @Override
    public void close() {
        aws.close();
    }
}
