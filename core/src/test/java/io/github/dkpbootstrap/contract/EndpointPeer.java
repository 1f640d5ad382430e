// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.contract;

import io.github.dkpbootstrap.BootstrapClients;
import java.net.URI;
import java.util.Set;
import java.util.function.Consumer;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.sts.StsClient;

/** A peer behind an endpoint, with keys. */
class EndpointPeer implements Peer {
    private final URI endpoint;
    private final Region region;
    private final Set<Lie> lies;
    private final BootstrapClients clients;

    EndpointPeer(URI endpoint, String region, AwsCredentialsProvider credentials, Set<Lie> lies) {
        this(endpoint, region, credentials, lies, clients -> {});
    }

    EndpointPeer(
            URI endpoint,
            String region,
            AwsCredentialsProvider credentials,
            Set<Lie> lies,
            Consumer<BootstrapClients.Builder> adjustment) {
        this.endpoint = endpoint;
        this.region = Region.of(region);
        this.lies = lies;
        BootstrapClients.Builder builder = BootstrapClients.builder()
                .cloudFormation(
                        pointed(CloudFormationClient.builder(), credentials).build())
                .iam(pointed(IamClient.builder(), credentials).build())
                .sts(pointed(StsClient.builder(), credentials).build());
        adjustment.accept(builder);
        this.clients = builder.build();
    }

    static AwsCredentialsProvider keys(String id, String secret) {
        return StaticCredentialsProvider.create(AwsBasicCredentials.create(id, secret));
    }

    @Override
    public BootstrapClients clients() {
        return clients;
    }

    @Override
    public <B extends AwsClientBuilder<B, ?>> B pointed(B builder, AwsCredentialsProvider credentials) {
        return builder.region(region).endpointOverride(endpoint).credentialsProvider(credentials);
    }

    @Override
    public Set<Lie> lies() {
        return lies;
    }

    @Override
    public void close() {
        clients.cloudFormation().close();
        clients.iam().close();
        clients.sts().close();
    }
}
