// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap;

import io.github.dkpbootstrap.sts.DefaultRegions;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.sts.StsClient;

/** Clients with the SDK's default credentials, for the length of one call. */
final class DefaultClients implements AutoCloseable {
    private final CloudFormationClient cloudFormation;
    private final IamClient iam;
    private final StsClient sts;

    private DefaultClients(Region region) {
        cloudFormation = CloudFormationClient.builder().region(region).build();
        iam = IamClient.builder().region(region).build();
        sts = StsClient.builder().region(region).build();
    }

    static DefaultClients open() {
        return new DefaultClients(DefaultRegions.system().getRegion());
    }

    BootstrapClients asBootstrapClients() {
        return BootstrapClients.builder()
                .cloudFormation(cloudFormation)
                .iam(iam)
                .sts(sts)
                .build();
    }

    @Override
    public void close() {
        cloudFormation.close();
        iam.close();
        sts.close();
    }
}
