// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.examples;

import io.github.dkpbootstrap.BootstrapClients;
import io.github.dkpbootstrap.sts.DefaultRegions;
import io.github.dkpbootstrap.testkit.AccessKeys;
import io.github.dkpbootstrap.testkit.LocalAws;
import io.github.dkpbootstrap.testkit.TimeMode;
import java.net.URI;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.sts.StsClient;

/** Where an example runs: on the testkit, on an endpoint such as LocalStack's, or on AWS. */
final class Target implements AutoCloseable {
    private static final int TIME_SCALE = 60;

    private final String description;
    private final @Nullable LocalAws testkit;
    private final @Nullable URI endpoint;
    private final Region region;
    private final BootstrapClients clients;

    private Target(
            String description,
            @Nullable LocalAws testkit,
            @Nullable URI endpoint,
            Region region,
            AwsCredentialsProvider credentials,
            Consumer<BootstrapClients.Builder> time) {
        this.description = description;
        this.testkit = testkit;
        this.endpoint = endpoint;
        this.region = region;
        BootstrapClients.Builder builder = BootstrapClients.builder()
                .cloudFormation(
                        pointed(CloudFormationClient.builder(), credentials).build())
                .iam(iam(credentials))
                .sts(pointed(StsClient.builder(), credentials).build());
        time.accept(builder);
        this.clients = builder.build();
    }

    /** Reads the target from the system property {@code dkp.target}: {@code testkit}, {@code aws}, or a URL. */
    static Target fromProperties() {
        String target = System.getProperty("dkp.target", "testkit");
        return switch (target) {
            case "testkit" -> testkit();
            case "aws" -> aws();
            default -> endpoint(URI.create(target));
        };
    }

    private static Target testkit() {
        TimeMode time = TimeMode.scaled(TIME_SCALE);
        LocalAws aws = LocalAws.builder().time(time).start();
        AccessKeys keys = aws.administrator();
        return new Target(
                "the testkit, a local AWS in this JVM whose clock runs " + TIME_SCALE + " times as fast",
                aws,
                aws.endpoint(),
                Region.of(aws.region()),
                keys(keys.accessKeyId(), keys.secretAccessKey()),
                clients -> clients.clock(time.clock())
                        .sleeper(duration -> Thread.sleep(duration.toMillis() / TIME_SCALE)));
    }

    private static Target endpoint(URI endpoint) {
        return new Target(endpoint.toString(), null, endpoint, Region.US_EAST_1, keys("test", "test"), clients -> {});
    }

    private static Target aws() {
        return new Target(
                "AWS, with your default credentials and Region",
                null,
                null,
                DefaultRegions.system().getRegion(),
                DefaultCredentialsProvider.builder().build(),
                clients -> {});
    }

    String description() {
        return description;
    }

    BootstrapClients clients() {
        return clients;
    }

    /** Returns a new client that calls IAM with these credentials. */
    IamClient iam(AwsCredentialsProvider credentials) {
        return pointed(IamClient.builder(), credentials).build();
    }

    private <B extends AwsClientBuilder<B, ?>> B pointed(B builder, AwsCredentialsProvider credentials) {
        builder.region(region).credentialsProvider(credentials);
        if (endpoint != null) {
            builder.endpointOverride(endpoint);
        }
        return builder;
    }

    private static AwsCredentialsProvider keys(String id, String secret) {
        return StaticCredentialsProvider.create(AwsBasicCredentials.create(id, secret));
    }

    @Override
    public void close() {
        clients.cloudFormation().close();
        clients.iam().close();
        clients.sts().close();
        if (testkit != null) {
            testkit.close();
        }
    }
}
