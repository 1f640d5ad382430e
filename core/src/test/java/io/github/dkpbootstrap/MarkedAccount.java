// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap;

import io.github.dkpbootstrap.testkit.AccessKeys;
import io.github.dkpbootstrap.testkit.LocalAws;
import io.github.dkpbootstrap.testkit.TimeMode;
import io.github.dkpbootstrap.testkit.VirtualClock;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.Credentials;

/** An account behind a socket, each secret of which is marked when it is made; its clients repeat calls at once. */
final class MarkedAccount implements AutoCloseable {
    final VirtualClock clock = VirtualClock.atPresent();
    final LocalAws aws = LocalAws.builder().time(TimeMode.virtual(clock)).start();
    final Marks marks;
    final BootstrapClients clients;
    private final IssuedSecrets interceptor;

    MarkedAccount(Marks marks, Evidence evidence) {
        this.marks = marks;
        interceptor = new IssuedSecrets(marks, evidence);
        clients = clients(StaticCredentialsProvider.create(keys(aws.administrator())));
    }

    /** Returns the keys of a new user. */
    AwsCredentials user(String name) {
        return keys(aws.createUser(name));
    }

    /** Returns the administrator's keys with a token, which end in twelve hours. */
    AwsSessionCredentials signedIn() {
        Credentials temporary =
                clients.sts().getSessionToken(r -> r.durationSeconds(43_200)).credentials();
        return AwsSessionCredentials.create(
                temporary.accessKeyId(), temporary.secretAccessKey(), temporary.sessionToken());
    }

    BootstrapClients clients(AwsCredentialsProvider credentials) {
        return BootstrapClients.builder()
                .cloudFormation(
                        pointed(CloudFormationClient.builder(), credentials).build())
                .iam(pointed(IamClient.builder(), credentials).build())
                .sts(sts(credentials))
                .clock(clock)
                .sleeper(clock::advance)
                .build();
    }

    StsClient sts(AwsCredentialsProvider credentials) {
        return pointed(StsClient.builder(), credentials).build();
    }

    AwsCredentials keys(AccessKeys keys) {
        marks.add("secret key of a user", keys.secretAccessKey());
        return AwsBasicCredentials.create(keys.accessKeyId(), keys.secretAccessKey());
    }

    private <B extends AwsClientBuilder<B, ?>> B pointed(B builder, AwsCredentialsProvider credentials) {
        return builder.region(Region.of(aws.region()))
                .endpointOverride(aws.endpoint())
                .overrideConfiguration(o -> o.addExecutionInterceptor(interceptor)
                        .retryStrategy(AwsRetryStrategy.standardRetryStrategy().toBuilder()
                                .backoffStrategy(BackoffStrategy.retryImmediately())
                                .throttlingBackoffStrategy(BackoffStrategy.retryImmediately())
                                .build()))
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
