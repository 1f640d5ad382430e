// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.ec2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.RunInstancesRequest;
import software.amazon.awssdk.services.iam.IamClient;

/** The helper against an EC2 that nobody here wrote: moto's server, where it is installed. */
class MotoTest {
    private static final String PROFILE = "DKPBootstrapInstanceProfile";
    private static final Duration LONGEST_START = Duration.ofSeconds(60);

    @TempDir
    static Path directory;

    private static Process server;
    private static URI endpoint;

    @BeforeAll
    static void startMoto() throws IOException, InterruptedException {
        assumeTrue(installed(), "moto_server is not on the PATH");
        int port = freePort();
        endpoint = URI.create("http://127.0.0.1:" + port);
        server = new ProcessBuilder("moto_server", "-H", "127.0.0.1", "-p", String.valueOf(port))
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("moto.log").toFile())
                .start();
        long end = System.nanoTime() + LONGEST_START.toNanos();
        while (!answers(port)) {
            assertThat(server.isAlive() && System.nanoTime() < end)
                    .as(() -> "moto_server starts: " + log())
                    .isTrue();
            // There is nothing to be told by: the port is looked at until somebody listens.
            boolean ended = server.waitFor(100, TimeUnit.MILLISECONDS);
            assertThat(ended).as(() -> "moto_server has ended: " + log()).isFalse();
        }
    }

    @AfterAll
    static void stopMoto() throws InterruptedException {
        if (server != null) {
            server.descendants().forEach(ProcessHandle::destroy);
            server.destroy();
            if (!server.waitFor(10, TimeUnit.SECONDS)) {
                server.destroyForcibly();
            }
        }
    }

    @Test
    void startsAnInstanceAndPutsTheProfileOnAnother() {
        try (IamClient iam = client(IamClient.builder()).build();
                Ec2Client ec2 = client(Ec2Client.builder()).build()) {
            String arn = iam.createInstanceProfile(r -> r.instanceProfileName(PROFILE))
                    .instanceProfile()
                    .arn();
            DkpInstances instances = DkpInstances.ofProfile(arn);
            RunInstancesRequest request = RunInstancesRequest.builder()
                    .imageId("ami-12c6146b")
                    .instanceType("t3.large")
                    .minCount(1)
                    .maxCount(1)
                    .build();

            Instance started = instances.run(ec2, request).instances().get(0);
            assertThat(started.iamInstanceProfile().arn()).isEqualTo(arn);
            String bare = ec2.runInstances(request).instances().get(0).instanceId();

            assertThat(instances.attach(ec2, started.instanceId()).outcome())
                    .isEqualTo(InstanceAttachment.Outcome.ALREADY_ATTACHED);
            assertThat(instances.attach(ec2, bare).outcome()).isEqualTo(InstanceAttachment.Outcome.ATTACHED);
            assertThat(ec2.describeInstances(r -> r.instanceIds(bare))
                            .reservations()
                            .get(0)
                            .instances()
                            .get(0)
                            .iamInstanceProfile()
                            .arn())
                    .isEqualTo(arn);
        }
    }

    private static <B extends AwsClientBuilder<B, ?>> B client(B builder) {
        return builder.endpointOverride(endpoint)
                .region(Region.US_WEST_2)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("any", "any")));
    }

    private static boolean installed() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "moto_server")));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static boolean answers(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private static String log() {
        try {
            return Files.readString(directory.resolve("moto.log"));
        } catch (IOException e) {
            return e.toString();
        }
    }
}
