// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap;

import io.github.dkpbootstrap.testkit.AccessKeys;
import io.github.dkpbootstrap.testkit.LocalAws;
import io.github.dkpbootstrap.testkit.LocalCall;
import io.github.dkpbootstrap.testkit.TimeMode;
import io.github.dkpbootstrap.testkit.VirtualClock;
import java.net.URI;
import java.util.List;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
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
        return clients(keys, new ExecutionInterceptor() {});
    }

    /** Returns clients that call with these keys, each call past an interceptor. */
    BootstrapClients clients(AccessKeys keys, ExecutionInterceptor interceptor) {
        Region region = Region.of(aws.region());
        return BootstrapClients.builder()
                .cloudFormation(pointed(CloudFormationClient.builder(), keys, interceptor, region)
                        .build())
                .iam(pointed(IamClient.builder(), keys, interceptor, region).build())
                .sts(pointed(StsClient.builder(), keys, interceptor, region).build())
                .clock(clock)
                .sleeper(clock::advance)
                .build();
    }

    /** Returns the administrator's clients, with which other Regions can be asked too. */
    BootstrapClients clientsOfAllRegions() {
        return BootstrapClients.builder().from(clients).otherRegions(this::in).build();
    }

    /** Returns the administrator's clients, each call past an interceptor. */
    BootstrapClients clients(ExecutionInterceptor interceptor) {
        return clients(aws.administrator(), interceptor);
    }

    /** Returns the administrator's client of another Region. */
    CloudFormationClient in(Region region) {
        return pointed(CloudFormationClient.builder(), aws.administrator(), new ExecutionInterceptor() {}, region)
                .build();
    }

    /** Returns an STS client with these credentials, found anew for each call. */
    StsClient sts(AwsCredentialsProvider credentials) {
        return pointed(StsClient.builder(), credentials, new ExecutionInterceptor() {}, Region.of(aws.region()))
                .build();
    }

    /** Returns an IAM client with these credentials, found anew for each call. */
    IamClient iam(AwsCredentialsProvider credentials) {
        return pointed(IamClient.builder(), credentials, new ExecutionInterceptor() {}, Region.of(aws.region()))
                .build();
    }

    /** Returns the actions of the calls that came, oldest first. */
    List<String> actions() {
        return aws.calls().stream().map(LocalCall::action).toList();
    }

    private <B extends AwsSyncClientBuilder<B, ?> & AwsClientBuilder<B, ?>> B pointed(
            B builder, AccessKeys keys, ExecutionInterceptor interceptor, Region region) {
        return pointed(
                builder,
                StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(keys.accessKeyId(), keys.secretAccessKey())),
                interceptor,
                region);
    }

    private <B extends AwsSyncClientBuilder<B, ?> & AwsClientBuilder<B, ?>> B pointed(
            B builder, AwsCredentialsProvider credentials, ExecutionInterceptor interceptor, Region region) {
        return builder.httpClient(new InProcessHttpClient(aws::handle))
                .overrideConfiguration(c -> c.addExecutionInterceptor(interceptor)
                        .retryStrategy(AwsRetryStrategy.standardRetryStrategy().toBuilder()
                                .backoffStrategy(BackoffStrategy.retryImmediately())
                                .throttlingBackoffStrategy(BackoffStrategy.retryImmediately())
                                .build()))
                .region(region)
                .endpointOverride(NOWHERE)
                .credentialsProvider(credentials);
    }

    @Override
    public void close() {
        clients.cloudFormation().close();
        clients.iam().close();
        clients.sts().close();
        aws.close();
    }
}
