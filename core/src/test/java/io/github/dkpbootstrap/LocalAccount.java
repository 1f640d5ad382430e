// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap;

import io.github.dkpbootstrap.testkit.AccessKeys;
import io.github.dkpbootstrap.testkit.LocalAws;
import io.github.dkpbootstrap.testkit.TimeMode;
import io.github.dkpbootstrap.testkit.VirtualClock;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.sts.StsClient;

/** An account on the testkit in virtual time, with clients of its administrator. */
final class LocalAccount implements AutoCloseable {
    final VirtualClock clock = VirtualClock.atPresent();
    final LocalAws aws = LocalAws.builder().time(TimeMode.virtual(clock)).start();
    final BootstrapClients clients = clients(aws.administrator());

    /** Returns clients that call with these keys. */
    BootstrapClients clients(AccessKeys keys) {
        return clients(keys, new ExecutionInterceptor() {});
    }

    /** Returns clients that call with these keys, each call past an interceptor. */
    BootstrapClients clients(AccessKeys keys, ExecutionInterceptor interceptor) {
        return BootstrapClients.builder()
                .cloudFormation(pointed(CloudFormationClient.builder(), keys, interceptor)
                        .build())
                .iam(pointed(IamClient.builder(), keys, interceptor).build())
                .sts(pointed(StsClient.builder(), keys, interceptor).build())
                .clock(clock)
                .sleeper(clock::advance)
                .build();
    }

    private <B extends AwsClientBuilder<B, ?>> B pointed(B builder, AccessKeys keys, ExecutionInterceptor interceptor) {
        return builder.region(Region.of(aws.region()))
                .endpointOverride(aws.endpoint())
                .overrideConfiguration(o -> o.addExecutionInterceptor(interceptor))
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
