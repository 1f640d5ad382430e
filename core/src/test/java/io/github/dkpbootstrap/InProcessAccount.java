// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap;

import io.github.dkpbootstrap.testkit.AccessKeys;
import io.github.dkpbootstrap.testkit.LocalAws;
import io.github.dkpbootstrap.testkit.TimeMode;
import io.github.dkpbootstrap.testkit.VirtualClock;
import java.net.URI;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.sts.StsClient;

/**
 * An account on the testkit as {@link LocalAccount}, without a socket, and with clients that retry at once: for tests that
 * make thousands of deployments.
 */
final class InProcessAccount implements AutoCloseable {
    private static final URI NOWHERE = URI.create("http://local.invalid");

    final VirtualClock clock = VirtualClock.atPresent();
    final LocalAws aws;
    final BootstrapClients clients;

    InProcessAccount() {
        this(builder -> builder);
    }

    InProcessAccount(UnaryOperator<LocalAws.Builder> settings) {
        aws = settings.apply(LocalAws.builder().time(TimeMode.virtual(clock))).start();
        clients = clients(aws.administrator());
    }

    /** Returns clients that call with these keys. */
    BootstrapClients clients(AccessKeys keys) {
        return BootstrapClients.builder()
                .cloudFormation(pointed(CloudFormationClient.builder(), keys).build())
                .iam(pointed(IamClient.builder(), keys).build())
                .sts(pointed(StsClient.builder(), keys).build())
                .clock(clock)
                .sleeper(clock::advance)
                .build();
    }

    private <B extends AwsSyncClientBuilder<B, ?> & AwsClientBuilder<B, ?>> B pointed(B builder, AccessKeys keys) {
        return builder.httpClient(new InProcessHttpClient(aws::handle))
                .overrideConfiguration(c -> c.retryStrategy(AwsRetryStrategy.standardRetryStrategy().toBuilder()
                        .backoffStrategy(BackoffStrategy.retryImmediately())
                        .throttlingBackoffStrategy(BackoffStrategy.retryImmediately())
                        .build()))
                .region(Region.of(aws.region()))
                .endpointOverride(NOWHERE)
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(keys.accessKeyId(), keys.secretAccessKey())));
    }

    @Override
    public void close() {
        clients.cloudFormation().close();
        clients.iam().close();
        clients.sts().close();
        aws.close();
    }
}
