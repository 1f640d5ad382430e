// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dkpbootstrap.BootstrapClients;
import io.github.dkpbootstrap.BootstrapSpec;
import io.github.dkpbootstrap.Bootstrapper;
import io.github.dkpbootstrap.DkpBootstrap;
import io.github.dkpbootstrap.StackOperationException;
import io.github.dkpbootstrap.testkit.AccessKeys;
import io.github.dkpbootstrap.testkit.CallFault;
import io.github.dkpbootstrap.testkit.LocalAws;
import io.github.dkpbootstrap.testkit.LocalCall;
import io.github.dkpbootstrap.testkit.ResourceFault;
import io.github.dkpbootstrap.testkit.VirtualClock;
import io.github.dkpbootstrap.testkit.junit.LocalAwsExtension;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.sts.StsClient;

/** The tests that the guide of the testkit shows. */
@ExtendWith(LocalAwsExtension.class)
class MadeToFailTest {
    private final LocalAws aws;
    private final BootstrapClients clients;
    private final Bootstrapper bootstrapper;

    MadeToFailTest(LocalAws aws, VirtualClock clock) {
        this.aws = aws;
        this.clients = BootstrapClients.builder()
                .cloudFormation(pointed(CloudFormationClient.builder()).build())
                .iam(pointed(IamClient.builder()).build())
                .sts(pointed(StsClient.builder()).build())
                .clock(clock)
                .sleeper(clock::advance)
                .build();
        this.bootstrapper = DkpBootstrap.using(clients);
    }

    @AfterEach
    void close() {
        clients.cloudFormation().close();
        clients.iam().close();
        clients.sts().close();
    }

    @Test
    void aLostAnswerDoublesNothing() {
        aws.inject(CallFault.lostAfterEffect().on("cloudformation:CreateStack"));

        bootstrapper.deploy();

        assertThat(aws.calls())
                .extracting(LocalCall::action)
                .filteredOn("cloudformation:CreateStack"::equals)
                .hasSize(2); // the second, with the same token, is the first again
    }

    @Test
    void throttledPollsDoNotFailADeployment() {
        aws.inject(CallFault.throttled()
                .on("cloudformation:DescribeStackEvents")
                .onCall(2)
                .times(3));
        bootstrapper.deploy();
    }

    @Test
    void aFailedResourceIsNamed() {
        aws.inject(ResourceFault.on("DKPBootstrapRole")
                .whenCreating()
                .fails("Rate exceeded")
                .handlerErrorCode("Throttling"));

        assertThatThrownBy(bootstrapper::deploy)
                .isInstanceOf(StackOperationException.class)
                .hasMessageContaining("DKPBootstrapRole")
                .hasMessageContaining("Rate exceeded");
    }

    @Test
    void aSlowResourceIsWaitedFor() {
        aws.inject(ResourceFault.on("DKPBootstrapRole").whenCreating().takes(Duration.ofMinutes(10)));
        bootstrapper.deploy();
    }

    @Test
    void aRolledBackStackIsMadeAgain() {
        BootstrapSpec spec = BootstrapSpec.builder().accountId(aws.accountId()).build();
        aws.stack("dkp-bootstrapper")
                .template(DkpBootstrap.template(spec).yaml())
                .reach("ROLLBACK_COMPLETE");

        bootstrapper.deploy(s -> s.accountId(aws.accountId()));
    }

    private <B extends AwsClientBuilder<B, ?>> B pointed(B builder) {
        AccessKeys keys = aws.administrator();
        return builder.endpointOverride(aws.endpoint())
                .region(Region.of(aws.region()))
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(keys.accessKeyId(), keys.secretAccessKey())));
    }
}
