// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dkpbootstrap.BootstrapSpec;
import io.github.dkpbootstrap.DkpBootstrap;
import io.github.dkpbootstrap.testkit.LocalAws;
import io.github.dkpbootstrap.testkit.LocalInstance;
import io.github.dkpbootstrap.testkit.junit.LocalAwsExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.auth.credentials.InstanceProfileCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.StsClient;

/** The host that the guide of the testkit shows. */
@ExtendWith(LocalAwsExtension.class)
class InstanceHostTest {
    @Test
    void aHostIsTheRoleOfItsProfile(LocalAws aws) {
        BootstrapSpec spec = BootstrapSpec.builder().accountId(aws.accountId()).build();
        aws.stack("dkp-bootstrapper")
                .template(DkpBootstrap.template(spec).yaml())
                .reach("CREATE_COMPLETE");

        LocalInstance host = aws.startInstance("DKPBootstrapInstanceProfile");
        InstanceProfileCredentialsProvider provider = InstanceProfileCredentialsProvider.builder()
                .endpoint(host.metadataEndpoint().toString())
                .build();

        try (provider;
                StsClient sts = StsClient.builder()
                        .endpointOverride(aws.endpoint())
                        .region(Region.of(aws.region()))
                        .credentialsProvider(provider)
                        .build()) {
            assertThat(sts.getCallerIdentity().arn()).endsWith(":assumed-role/dkp-bootstrapper-role/" + host.id());
        }
    }
}
