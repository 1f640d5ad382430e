// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.Capability;
import software.amazon.awssdk.services.cloudformation.model.CreateStackRequest;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.cloudformation.model.StackEvent;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.Credentials;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/** A local AWS in virtual time, and the AWS SDK's clients for it. */
final class Fixture implements AutoCloseable {
    static final String ROLE = "arn:aws:iam::123456789012:role/dkp-bootstrapper-role";
    static final String POLICY = "arn:aws:iam::123456789012:policy/dkp-bootstrapper-policy";

    final VirtualClock clock = VirtualClock.atPresent();
    final LocalAws aws;
    final CloudFormationClient cloudFormation;
    final IamClient iam;
    final StsClient sts;
    private final List<SdkAutoCloseable> open = new ArrayList<>();

    Fixture() {
        this(100);
    }

    Fixture(int pageSize) {
        this(builder -> builder.pageSize(pageSize));
    }

    Fixture(UnaryOperator<LocalAws.Builder> more) {
        aws = more.apply(LocalAws.builder().time(TimeMode.virtual(clock))).start();
        cloudFormation = cloudFormation(basic(aws.administrator()));
        iam = iam(basic(aws.administrator()));
        sts = sts(basic(aws.administrator()));
    }

    static AwsCredentials basic(AccessKeys keys) {
        return AwsBasicCredentials.create(keys.accessKeyId(), keys.secretAccessKey());
    }

    static AwsCredentials session(Credentials c) {
        return AwsSessionCredentials.create(c.accessKeyId(), c.secretAccessKey(), c.sessionToken());
    }

    CloudFormationClient cloudFormation(AwsCredentials credentials) {
        return client(CloudFormationClient.builder(), credentials);
    }

    CloudFormationClient cloudFormation(AwsCredentials credentials, Region region) {
        CloudFormationClient client = CloudFormationClient.builder()
                .endpointOverride(aws.endpoint())
                .region(region)
                .credentialsProvider(StaticCredentialsProvider.create(credentials))
                .build();
        open.add(client);
        return client;
    }

    IamClient iam(AwsCredentials credentials) {
        return client(IamClient.builder(), credentials);
    }

    StsClient sts(AwsCredentials credentials) {
        return client(StsClient.builder(), credentials);
    }

    private <B extends AwsClientBuilder<B, C>, C extends SdkAutoCloseable> C client(
            B builder, AwsCredentials credentials) {
        C client = builder.endpointOverride(aws.endpoint())
                .region(Region.of(aws.region()))
                .credentialsProvider(StaticCredentialsProvider.create(credentials))
                .build();
        open.add(client);
        return client;
    }

    /** Returns the vendor's template as printed, with the placeholder for the account. */
    static String vendorTemplate() {
        try (InputStream in = Fixture.class.getResourceAsStream("vendor.template.yaml")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String template() {
        return vendorTemplate().replace("MYAWSACCOUNT", "123456789012");
    }

    static CreateStackRequest.Builder createRequest() {
        return CreateStackRequest.builder()
                .stackName("dkp")
                .templateBody(template())
                .capabilities(Capability.CAPABILITY_NAMED_IAM);
    }

    String create() {
        String id = cloudFormation.createStack(createRequest().build()).stackId();
        settle();
        return id;
    }

    void update(String template) {
        cloudFormation.updateStack(
                r -> r.stackName("dkp").templateBody(template).capabilitiesWithStrings("CAPABILITY_NAMED_IAM"));
    }

    /** Returns the template with one more role, which comes after everything else. */
    static String withRole(String logicalId, String roleName) {
        return template() + """
                  %s:
                    Type: AWS::IAM::Role
                    DependsOn: [AWSIAMManagedPolicyDKPBootstrapper, AWSIAMInstanceProfileDKPBootstrapper]
                    Properties:
                      RoleName: %s
                      AssumeRolePolicyDocument: %s
                """.formatted(logicalId, roleName, Trust.EC2);
    }

    /** Takes the role away from all that uses it, and deletes it, as somebody with the console would. */
    void deleteRoleByHand() {
        iam.detachRolePolicy(r -> r.roleName("dkp-bootstrapper-role").policyArn(POLICY));
        iam.removeRoleFromInstanceProfile(
                r -> r.instanceProfileName("DKPBootstrapInstanceProfile").roleName("dkp-bootstrapper-role"));
        iam.deleteRole(r -> r.roleName("dkp-bootstrapper-role"));
    }

    void settle() {
        clock.advance(Duration.ofMinutes(10));
    }

    Stack stack(String name) {
        return cloudFormation.describeStacks(r -> r.stackName(name)).stacks().get(0);
    }

    /** Returns the events of a stack, oldest first, as lines of resource, status and reason. */
    List<String> history(String name) {
        List<String> lines = new ArrayList<>();
        for (StackEvent event : cloudFormation
                .describeStackEventsPaginator(r -> r.stackName(name))
                .stackEvents()) {
            String reason = event.resourceStatusReason() == null ? "" : " (" + event.resourceStatusReason() + ")";
            lines.add(0, event.logicalResourceId() + " " + event.resourceStatusAsString() + reason);
        }
        return lines;
    }

    @Override
    public void close() {
        open.forEach(SdkAutoCloseable::close);
        aws.close();
    }
}
