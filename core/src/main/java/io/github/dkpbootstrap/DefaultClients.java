// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap;

import io.github.dkpbootstrap.sts.DefaultRegions;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.sts.StsClient;

/** Clients with the SDK's default credentials, for the length of one call. */
final class DefaultClients implements AutoCloseable {
    private final CloudFormationClient cloudFormation;
    private final IamClient iam;
    private final StsClient sts;
    private final List<CloudFormationClient> regional = new CopyOnWriteArrayList<>();

    private DefaultClients(Region region) {
        cloudFormation = CloudFormationClient.builder().region(region).build();
        iam = IamClient.builder().region(region).build();
        sts = StsClient.builder().region(region).build();
    }

    /** Opens the clients, works with them, and closes them. */
    static <T> T use(Function<BootstrapClients, T> work) {
        try (DefaultClients clients = new DefaultClients(DefaultRegions.system().getRegion())) {
            return work.apply(clients.asBootstrapClients());
        }
    }

    private BootstrapClients asBootstrapClients() {
        return BootstrapClients.builder()
                .cloudFormation(cloudFormation)
                .iam(iam)
                .sts(sts)
                .otherRegions(this::in)
                .build();
    }

    private CloudFormationClient in(Region region) {
        CloudFormationClient client =
                CloudFormationClient.builder().region(region).build();
        regional.add(client);
        return client;
    }

    @Override
    public void close() {
        regional.forEach(CloudFormationClient::close);
        cloudFormation.close();
        iam.close();
        sts.close();
    }
}
