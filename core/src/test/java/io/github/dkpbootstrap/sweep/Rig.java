// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sweep;

import io.github.dkpbootstrap.BootstrapClients;
import io.github.dkpbootstrap.Bootstrapper;
import io.github.dkpbootstrap.DkpBootstrap;
import io.github.dkpbootstrap.InProcessHttpClient;
import io.github.dkpbootstrap.testkit.AccessKeys;
import io.github.dkpbootstrap.testkit.LocalAws;
import io.github.dkpbootstrap.testkit.TimeMode;
import io.github.dkpbootstrap.testkit.VirtualClock;
import java.net.URI;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.retries.api.RetryStrategy;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.sts.StsClient;

/**
 * One thread's clients, led to a fresh account for each run: to make clients takes longer than to deploy with them. Nothing
 * else is kept from one run to the next.
 */
final class Rig implements AutoCloseable {
    private static final URI NOWHERE = URI.create("http://local.invalid");
    /** Polls come so many times more rarely than in life: a deployment has a dozen calls instead of a hundred. */
    private static final int PACE = 40;

    private final Wire wire = new Wire();
    private final Map<Retries, BootstrapClients> clients = new EnumMap<>(Retries.class);
    private @Nullable AwsCredentials credentials;

    Rig() {
        clients.put(Retries.SDK_AND_OURS, clients(immediately()));
        clients.put(Retries.OURS, clients(AwsRetryStrategy.doNotRetry()));
    }

    Wire wire() {
        return wire;
    }

    /** Leads the clients to a new account. */
    LocalAws fresh(VirtualClock clock) {
        LocalAws aws =
                LocalAws.builder().time(TimeMode.virtual(clock)).pageSize(8).start();
        AccessKeys keys = aws.administrator();
        credentials = AwsBasicCredentials.create(keys.accessKeyId(), keys.secretAccessKey());
        wire.leadTo(aws);
        return aws;
    }

    CloudFormationClient cloudFormation() {
        return clients(Retries.OURS).cloudFormation();
    }

    IamClient iam() {
        return clients(Retries.OURS).iam();
    }

    /** Returns what a process has when it starts. */
    Bootstrapper process(Retries retries, VirtualClock clock) {
        return DkpBootstrap.using(BootstrapClients.builder()
                .from(clients(retries))
                .clock(clock)
                .sleeper(pause -> clock.advance(pause.multipliedBy(PACE)))
                .build());
    }

    private BootstrapClients clients(Retries retries) {
        BootstrapClients some = clients.get(retries);
        if (some == null) {
            throw new IllegalStateException("No clients for " + retries);
        }
        return some;
    }

    private BootstrapClients clients(RetryStrategy retries) {
        return BootstrapClients.builder()
                .cloudFormation(pointed(CloudFormationClient.builder(), retries).build())
                .iam(pointed(IamClient.builder(), retries).build())
                .sts(pointed(StsClient.builder(), retries).build())
                .build();
    }

    private <B extends AwsSyncClientBuilder<B, ?> & AwsClientBuilder<B, ?>> B pointed(
            B builder, RetryStrategy retries) {
        return builder.httpClient(new InProcessHttpClient(wire::handle))
                .overrideConfiguration(c -> c.retryStrategy(retries))
                .region(Region.US_EAST_1)
                .endpointOverride(NOWHERE)
                .credentialsProvider(this::credentials);
    }

    private AwsCredentials credentials() {
        AwsCredentials current = credentials;
        if (current == null) {
            throw new IllegalStateException("There is no account");
        }
        return current;
    }

    /** Retries as the SDK's own, without a pause, and with a bucket that thousands of failures do not empty. */
    private static RetryStrategy immediately() {
        return AwsRetryStrategy.standardRetryStrategy().toBuilder()
                .backoffStrategy(BackoffStrategy.retryImmediately())
                .throttlingBackoffStrategy(BackoffStrategy.retryImmediately())
                .circuitBreakerEnabled(false)
                .build();
    }

    @Override
    public void close() {
        for (BootstrapClients some : clients.values()) {
            some.cloudFormation().close();
            some.iam().close();
            some.sts().close();
        }
    }
}
