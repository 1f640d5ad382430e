// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dkpbootstrap.policy.Effect;
import io.github.dkpbootstrap.policy.JsonLayout;
import io.github.dkpbootstrap.policy.PolicyDocument;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.IamException;
import software.amazon.awssdk.services.iam.model.InvalidInputException;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.AssumeRoleResponse;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;
import software.amazon.awssdk.services.sts.model.StsException;

class SessionTest {
    private final Fixture fixture = new Fixture();

    @BeforeEach
    void create() {
        fixture.create();
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void knowsASessionByRoleAndName() {
        AssumeRoleResponse assumed =
                fixture.sts.assumeRole(r -> r.roleArn(Fixture.ROLE).roleSessionName("EXAMPLE"));
        StsClient asRole = fixture.sts(Fixture.session(assumed.credentials()));
        GetCallerIdentityResponse identity = asRole.getCallerIdentity();

        assertThat(identity.arn())
                .isEqualTo("arn:aws:sts::123456789012:assumed-role/dkp-bootstrapper-role/EXAMPLE")
                .isEqualTo(assumed.assumedRoleUser().arn());
        assertThat(identity.userId())
                .matches("AROA[A-Z2-7]{17}:EXAMPLE")
                .isEqualTo(assumed.assumedRoleUser().assumedRoleId());
        assertThat(assumed.credentials().accessKeyId()).startsWith("ASIA");
        assertThat(assumed.credentials().expiration())
                .isBetween(
                        fixture.clock.instant().plusSeconds(3598),
                        fixture.clock.instant().plusSeconds(3601));
    }

    @Test
    void letsTheRoleCreateItsServiceLinkedRolesAlone() {
        IamClient asRole = fixture.iam(assume("EXAMPLE"));

        assertThat(asRole.createServiceLinkedRole(r -> r.awsServiceName("autoscaling.amazonaws.com"))
                        .role()
                        .arn())
                .isEqualTo("arn:aws:iam::123456789012:role/aws-service-role/autoscaling.amazonaws.com/"
                        + "AWSServiceRoleForAutoScaling");
        assertThatThrownBy(() -> asRole.createServiceLinkedRole(r -> r.awsServiceName("autoscaling.amazonaws.com")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("Service role name AWSServiceRoleForAutoScaling has been taken in this account, "
                        + "please try a different suffix.");
        assertThatThrownBy(() -> asRole.createServiceLinkedRole(r -> r.awsServiceName("ecs.amazonaws.com")))
                .isInstanceOf(IamException.class)
                .hasMessageContaining("User: arn:aws:sts::123456789012:assumed-role/dkp-bootstrapper-role/EXAMPLE is "
                        + "not authorized to perform: iam:CreateServiceLinkedRole on resource: "
                        + "arn:aws:iam::123456789012:role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS "
                        + "because no identity-based policy allows the iam:CreateServiceLinkedRole action");
    }

    @Test
    void endsWithItsCredentials() {
        StsClient asRole = fixture.sts(assume("EXAMPLE"));
        fixture.clock.advance(Duration.ofMinutes(59));
        assertThat(asRole.getCallerIdentity().account()).isEqualTo("123456789012");
        fixture.clock.advance(Duration.ofMinutes(1));
        assertThatThrownBy(asRole::getCallerIdentity)
                .isInstanceOf(StsException.class)
                .hasMessageContaining("The security token included in the request is expired")
                .satisfies(e -> assertThat(((StsException) e).awsErrorDetails().errorCode())
                        .isEqualTo("ExpiredToken"))
                .satisfies(e -> assertThat(((StsException) e).statusCode()).isEqualTo(403));
    }

    @Test
    void needsTheRoleAndThePermissionToAssumeIt() {
        StsClient alice = fixture.sts(Fixture.basic(fixture.aws.createUser("alice")));

        assertThatThrownBy(() -> alice.assumeRole(r -> r.roleArn(Fixture.ROLE).roleSessionName("EXAMPLE")))
                .isInstanceOf(StsException.class)
                .hasMessageContaining("User: arn:aws:iam::123456789012:user/alice is not authorized to perform: "
                        + "sts:AssumeRole on resource: " + Fixture.ROLE);
        assertThat(alice.getCallerIdentity().arn()).isEqualTo("arn:aws:iam::123456789012:user/alice");
        assertThatThrownBy(() -> fixture.sts.assumeRole(
                        r -> r.roleArn("arn:aws:iam::123456789012:role/nobody").roleSessionName("EXAMPLE")))
                .hasMessageContaining("is not authorized to perform: sts:AssumeRole on resource: "
                        + "arn:aws:iam::123456789012:role/nobody");
        fixture.iam.createRole(r -> r.roleName("ec2-only").assumeRolePolicyDocument(Trust.EC2));
        assertThatThrownBy(() -> fixture.sts.assumeRole(r ->
                        r.roleArn("arn:aws:iam::123456789012:role/ec2-only").roleSessionName("EXAMPLE")))
                .hasMessageContaining("is not authorized to perform: sts:AssumeRole");
    }

    @Test
    void refusesDurationsAndNamesAsStsDoes() {
        assertThatThrownBy(() -> fixture.sts.assumeRole(
                        r -> r.roleArn(Fixture.ROLE).roleSessionName("EXAMPLE").durationSeconds(7200)))
                .hasMessageContaining(
                        "The requested DurationSeconds exceeds the MaxSessionDuration set for this role.");
        assertThatThrownBy(() -> fixture.sts.assumeRole(
                        r -> r.roleArn(Fixture.ROLE).roleSessionName("EXAMPLE").durationSeconds(600)))
                .hasMessageContaining("1 validation error detected: Value '600' at 'durationSeconds' failed to satisfy "
                        + "constraint: Member must have value greater than or equal to 900");
        assertThatThrownBy(() ->
                        fixture.sts.assumeRole(r -> r.roleArn(Fixture.ROLE).roleSessionName("a/b")))
                .hasMessageContaining("1 validation error detected: Value 'a/b' at 'roleSessionName' failed to satisfy "
                        + "constraint: Member must satisfy regular expression pattern: [\\w+=,.@-]*");
    }

    @Test
    void capsChainedSessionsAtAnHour() {
        fixture.iam.createRole(r -> r.roleName("long")
                .maxSessionDuration(43_200)
                .assumeRolePolicyDocument(Trust.trust("\"AWS\":\"" + Fixture.ROLE + "\"")));
        StsClient asRole = fixture.sts(assume("EXAMPLE"));
        String arn = "arn:aws:iam::123456789012:role/long";

        assertThatThrownBy(() -> asRole.assumeRole(
                        r -> r.roleArn(arn).roleSessionName("x1").durationSeconds(7200)))
                .hasMessageContaining(
                        "The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role "
                                + "chaining");
        assertThat(asRole.assumeRole(r -> r.roleArn(arn).roleSessionName("x1"))
                        .assumedRoleUser()
                        .arn())
                .endsWith("assumed-role/long/x1");
    }

    @Test
    void asksForTheExternalIdOfATrustPolicy() {
        String trust =
                Trust.ACCOUNT.replace("}]}", ",\"Condition\":{\"StringEquals\":{\"sts:ExternalId\":\"s3cret\"}}}]}");
        fixture.iam.createRole(r -> r.roleName("external").assumeRolePolicyDocument(trust));
        String arn = "arn:aws:iam::123456789012:role/external";

        assertThatThrownBy(() -> fixture.sts.assumeRole(
                        r -> r.roleArn(arn).roleSessionName("x1").externalId("wrong")))
                .hasMessageContaining("is not authorized to perform: sts:AssumeRole")
                .hasMessageNotContaining("s3cret");
        assertThat(fixture.sts
                        .assumeRole(r -> r.roleArn(arn).roleSessionName("x1").externalId("s3cret"))
                        .credentials())
                .isNotNull();
    }

    @Test
    void limitsASessionByItsPolicy() {
        PolicyDocument nothing = PolicyDocument.builder()
                .addStatement(
                        s -> s.effect(Effect.ALLOW).actions("ec2:DescribeVpcs").resources("*"))
                .build();
        AssumeRoleResponse assumed = fixture.sts.assumeRole(
                r -> r.roleArn(Fixture.ROLE).roleSessionName("limited").policy(nothing.toJson(JsonLayout.MINIFIED)));
        IamClient limited = fixture.iam(Fixture.session(assumed.credentials()));

        assertThatThrownBy(() -> limited.createServiceLinkedRole(r -> r.awsServiceName("autoscaling.amazonaws.com")))
                .hasMessageContaining("because no session policy allows the iam:CreateServiceLinkedRole action");
    }

    @Test
    void losesItsCredentialsWithTheRole() {
        StsClient asRole = fixture.sts(assume("EXAMPLE"));
        fixture.cloudFormation.deleteStack(r -> r.stackName("dkp"));
        fixture.settle();

        assertThatThrownBy(asRole::getCallerIdentity)
                .hasMessageContaining("The security token included in the request is invalid");
    }

    private AwsCredentials assume(String name) {
        return Fixture.session(fixture.sts
                .assumeRole(r -> r.roleArn(Fixture.ROLE).roleSessionName(name))
                .credentials());
    }
}
