// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.examples;

import io.github.dkpbootstrap.BootstrapClients;
import io.github.dkpbootstrap.BootstrapException;
import io.github.dkpbootstrap.BootstrapSpec;
import io.github.dkpbootstrap.Bootstrapper;
import io.github.dkpbootstrap.DkpBootstrap;
import io.github.dkpbootstrap.deploy.StackListener;
import io.github.dkpbootstrap.policy.Effect;
import io.github.dkpbootstrap.policy.PolicyDocument;
import io.github.dkpbootstrap.testkit.AccessKeys;
import io.github.dkpbootstrap.testkit.LocalAws;
import io.github.dkpbootstrap.testkit.TimeMode;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.sts.StsClient;

/**
 * Shows the console listener to people: deploys, fails, runs out of time and destroys on a testkit whose clock runs 20 times
 * as fast. To be run in terminals of several widths, and with its output redirected.
 */
final class ConsoleLook {
    private static final int TIME_SCALE = 20;

    private final LocalAws aws;
    private final TimeMode time;

    private ConsoleLook(LocalAws aws, TimeMode time) {
        this.aws = aws;
        this.time = time;
    }

    public static void main(String[] args) {
        TimeMode time = TimeMode.scaled(TIME_SCALE);
        try (LocalAws aws = LocalAws.builder().time(time).start()) {
            ConsoleLook look = new ConsoleLook(aws, time);
            look.failure();
            look.outOfTime();
            look.success();
        }
    }

    private void failure() {
        AccessKeys keys = aws.createUser(
                "alice",
                PolicyDocument.builder()
                        .addStatement(s -> s.effect(Effect.ALLOW).actions("*").resources("*"))
                        .addStatement(s -> s.effect(Effect.DENY)
                                .actions("iam:CreateInstanceProfile")
                                .resources("*"))
                        .build());
        fail(DkpBootstrap.using(clients(keys)), spec().build());
    }

    private void outOfTime() {
        fail(
                DkpBootstrap.using(clients(aws.administrator())),
                spec().timeout(Duration.ofSeconds(40)).build());
    }

    private void success() {
        Bootstrapper bootstrapper = DkpBootstrap.using(clients(aws.administrator()));
        System.out.println(bootstrapper.deploy(spec().build()).outcome());
        System.out.println(bootstrapper.destroy(spec().build()));
    }

    private static void fail(Bootstrapper bootstrapper, BootstrapSpec spec) {
        try {
            bootstrapper.deploy(spec);
        } catch (BootstrapException e) {
            System.out.println(e);
        }
    }

    private static BootstrapSpec.Builder spec() {
        return BootstrapSpec.builder().listener(StackListener.console());
    }

    private BootstrapClients clients(AccessKeys keys) {
        return BootstrapClients.builder()
                .cloudFormation(pointed(CloudFormationClient.builder(), keys).build())
                .iam(pointed(IamClient.builder(), keys).build())
                .sts(pointed(StsClient.builder(), keys).build())
                .clock(time.clock())
                .sleeper(duration -> Thread.sleep(duration.dividedBy(TIME_SCALE).toMillis()))
                .build();
    }

    private <B extends AwsClientBuilder<B, ?>> B pointed(B builder, AccessKeys keys) {
        return builder.region(Region.of(aws.region()))
                .endpointOverride(aws.endpoint())
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(keys.accessKeyId(), keys.secretAccessKey())));
    }
}
