// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dkpbootstrap.policy.ConditionOperator;
import io.github.dkpbootstrap.policy.Effect;
import io.github.dkpbootstrap.policy.PolicyDocument;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.AccessKey;
import software.amazon.awssdk.services.iam.model.EntityAlreadyExistsException;
import software.amazon.awssdk.services.iam.model.MalformedPolicyDocumentException;

class PermissionTest {
    private final Fixture fixture = new Fixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void saysWhichActionOnWhichStackIsMissing() {
        CloudFormationClient alice = fixture.cloudFormation(Fixture.basic(fixture.aws.createUser("alice")));
        assertThatThrownBy(() -> alice.describeStacks(r -> r.stackName("dkp")))
                .hasMessageContaining("User: arn:aws:iam::123456789012:user/alice is not authorized to perform: "
                        + "cloudformation:DescribeStacks on resource: "
                        + "arn:aws:cloudformation:us-east-1:123456789012:stack/dkp/* because no identity-based policy "
                        + "allows the cloudformation:DescribeStacks action");
        assertThatThrownBy(alice::listStacks)
                .hasMessageContaining("cloudformation:ListStacks on resource: "
                        + "arn:aws:cloudformation:us-east-1:123456789012:stack/*/* because");
        assertThatThrownBy(() -> alice.validateTemplate(r -> r.templateBody("{}")))
                .hasMessageContaining("cloudformation:ValidateTemplate because no identity-based policy");
    }

    @Test
    void letsAnExplicitDenyWin() {
        PolicyDocument policy = PolicyDocument.builder()
                .addStatement(s -> s.effect(Effect.ALLOW).actions("iam:*").resources("*"))
                .addStatement(s -> s.effect(Effect.DENY)
                        .actions("iam:GetRole")
                        .resources("*")
                        .condition(ConditionOperator.STRING_EQUALS, "aws:username", "alice"))
                .build();
        IamClient alice = fixture.iam(Fixture.basic(fixture.aws.createUser("alice", policy)));
        assertThatThrownBy(() -> alice.getRole(r -> r.roleName("any")))
                .hasMessageContaining("iam:GetRole on resource: arn:aws:iam::123456789012:role/any with an explicit "
                        + "deny in an identity-based policy");
        assertThat(alice.listRoles().roles()).isEmpty();
    }

    @Test
    void refusesPrincipalsThatDoNotExist() {
        for (String principal : Set.of(
                "\"AWS\":\"arn:aws:iam::MYAWSACCOUNT:root\"",
                "\"AWS\":\"arn:aws:iam::123456789012:role/nobody\"",
                "\"AWS\":\"arn:aws-cn:iam::123456789012:root\"",
                "\"SERVICE\":\"ec2\"")) {
            String written = principal.replace("SERVICE", "Service");
            assertThatThrownBy(() -> fixture.iam.createRole(
                            r -> r.roleName("odd").assumeRolePolicyDocument(Trust.trust(written))))
                    .isInstanceOf(MalformedPolicyDocumentException.class)
                    .hasMessageContaining("Invalid principal in policy: " + principal);
        }
        assertThat(fixture.iam
                        .createRole(r -> r.roleName("good")
                                .assumeRolePolicyDocument(Trust.trust("\"AWS\":\"arn:aws:iam::210987654321:root\"")))
                        .role()
                        .roleName())
                .isEqualTo("good");
    }

    @Test
    void refusesATemplatesFunctionInAPolicy() {
        String policy = "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"s3:*\","
                + "\"Resource\":{\"Ref\":\"X\"}}}";
        assertThatThrownBy(
                        () -> fixture.iam.createPolicy(r -> r.policyName("odd").policyDocument(policy)))
                .isInstanceOf(MalformedPolicyDocumentException.class)
                .hasMessageContaining("Syntax errors in policy.");
    }

    @Test
    void givesNewUsersKeysThatWork() {
        fixture.iam.createUser(r -> r.userName("bob"));
        AccessKey key = fixture.iam.createAccessKey(r -> r.userName("bob")).accessKey();
        IamClient bob = fixture.iam(AwsBasicCredentials.create(key.accessKeyId(), key.secretAccessKey()));

        assertThatThrownBy(bob::getUser)
                .hasMessageContaining("is not authorized to perform: iam:GetUser on resource: "
                        + "arn:aws:iam::123456789012:user/bob");
        fixture.iam.attachUserPolicy(r -> r.userName("bob").policyArn("arn:aws:iam::aws:policy/AdministratorAccess"));
        assertThat(bob.getUser().user().userName()).isEqualTo("bob");
        assertThatThrownBy(() -> fixture.iam.createUser(r -> r.userName("BOB")))
                .isInstanceOf(EntityAlreadyExistsException.class);
    }

    @Test
    void honoursAPermissionsBoundary() {
        fixture.iam.createPolicy(
                r -> r.policyName("edge")
                        .policyDocument(
                                "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"ec2:*\",\"Resource\":\"*\"}}"));
        String edge = "arn:aws:iam::123456789012:policy/edge";
        fixture.iam.createRole(
                r -> r.roleName("bounded").permissionsBoundary(edge).assumeRolePolicyDocument(Trust.ACCOUNT));
        fixture.iam.attachRolePolicy(
                r -> r.roleName("bounded").policyArn("arn:aws:iam::aws:policy/AdministratorAccess"));
        IamClient bounded = fixture.iam(Fixture.session(fixture.sts
                .assumeRole(
                        r -> r.roleArn("arn:aws:iam::123456789012:role/bounded").roleSessionName("x1"))
                .credentials()));

        assertThatThrownBy(bounded::listRoles)
                .hasMessageContaining("because no permissions boundary allows the iam:ListRoles action");
        assertThatThrownBy(() -> fixture.iam.deletePolicy(r -> r.policyArn(edge)))
                .hasMessageContaining("Cannot delete a policy attached to entities.");
    }

    @Test
    void keepsStacksOfTwoRegionsApartAndNamesOfOneAccountTogether() {
        fixture.create();
        CloudFormationClient elsewhere =
                fixture.cloudFormation(Fixture.basic(fixture.aws.administrator()), Region.EU_WEST_1);
        String id = elsewhere.createStack(Fixture.createRequest().build()).stackId();
        fixture.settle();

        assertThat(id).startsWith("arn:aws:cloudformation:eu-west-1:");
        assertThat(elsewhere
                        .describeStacks(r -> r.stackName("dkp"))
                        .stacks()
                        .get(0)
                        .stackStatusAsString())
                .isEqualTo("ROLLBACK_COMPLETE");
    }

    @Test
    void hidesSecrets() {
        AccessKeys keys = fixture.aws.createUser("alice");
        assertThat(keys.toString()).contains(keys.accessKeyId()).doesNotContain(keys.secretAccessKey());
        assertThatThrownBy(() -> fixture.aws.createUser("alice"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("User with name alice already exists.");
    }
}
