// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dkpbootstrap.policy.Effect;
import io.github.dkpbootstrap.policy.PolicyDocument;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.OnFailure;
import software.amazon.awssdk.services.iam.model.NoSuchEntityException;

class FailedCreationTest {
    private final Fixture fixture = new Fixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void rollsBackWhenTheRoleExists() {
        fixture.iam.createRole(r -> r.roleName("dkp-bootstrapper-role").assumeRolePolicyDocument(Trust.EC2));
        fixture.create();

        assertThat(fixture.stack("dkp").stackStatusAsString()).isEqualTo("ROLLBACK_COMPLETE");
        assertThat(fixture.history("dkp"))
                .anySatisfy(line -> assertThat(line)
                        .matches("DKPBootstrapRole CREATE_FAILED \\(Resource handler returned message: \"Resource of "
                                + "type 'AWS::IAM::Role' with identifier 'dkp-bootstrapper-role' already exists.\" "
                                + "\\(RequestToken: [0-9a-f-]{36}, HandlerErrorCode: AlreadyExists\\)\\)"))
                .contains("dkp ROLLBACK_IN_PROGRESS (The following resource(s) failed to create: [DKPBootstrapRole]. "
                        + "Rollback requested by user.)");
        assertThat(fixture.iam
                        .getRole(r -> r.roleName("dkp-bootstrapper-role"))
                        .role()
                        .arn())
                .isEqualTo(Fixture.ROLE);
        assertThatThrownBy(() -> fixture.cloudFormation.updateStack(
                        r -> r.stackName("dkp").templateBody(Fixture.template())))
                .hasMessageContaining("is in ROLLBACK_COMPLETE state and can not be updated.");
    }

    @Test
    void cancelsWhatIsUnderWayWhenAnotherResourceFails() {
        fixture.iam.createPolicy(r -> r.policyName("dkp-bootstrapper-policy").policyDocument(ANY));
        fixture.create();

        assertThat(fixture.history("dkp"))
                .anySatisfy(line -> assertThat(line)
                        .startsWith("AWSIAMManagedPolicyDKPBootstrapper CREATE_FAILED")
                        .contains("A policy called dkp-bootstrapper-policy already exists. Duplicate names are not "
                                + "allowed. (Service: Iam, Status Code: 409, "))
                .contains("AWSIAMInstanceProfileDKPBootstrapper CREATE_FAILED (Resource creation cancelled)")
                .contains("AWSIAMInstanceProfileDKPBootstrapper DELETE_COMPLETE")
                .endsWith("DKPBootstrapRole DELETE_COMPLETE", "dkp ROLLBACK_COMPLETE");
        assertThatThrownBy(() -> fixture.iam.getRole(r -> r.roleName("dkp-bootstrapper-role")))
                .isInstanceOf(NoSuchEntityException.class);
        assertThatThrownBy(
                        () -> fixture.iam.getInstanceProfile(r -> r.instanceProfileName("DKPBootstrapInstanceProfile")))
                .isInstanceOf(NoSuchEntityException.class);
    }

    @Test
    void namesTheStackThatHasTheRoleAlready() {
        String first = fixture.create();
        fixture.cloudFormation.createStack(
                Fixture.createRequest().stackName("second").build());
        fixture.settle();

        assertThat(fixture.history("second"))
                .contains(
                        "DKPBootstrapRole CREATE_FAILED (dkp-bootstrapper-role already exists in stack " + first + ")");
        fixture.cloudFormation.deleteStack(r -> r.stackName("second"));
        fixture.settle();
        assertThat(fixture.iam
                        .getRole(r -> r.roleName("dkp-bootstrapper-role"))
                        .role()
                        .arn())
                .isEqualTo(Fixture.ROLE);
    }

    @Test
    void leavesOrDeletesWhatFailedAsTheCallerChose() {
        fixture.iam.createPolicy(r -> r.policyName("dkp-bootstrapper-policy").policyDocument(ANY));
        fixture.cloudFormation.createStack(
                Fixture.createRequest().onFailure(OnFailure.DO_NOTHING).build());
        String deleted = fixture.cloudFormation
                .createStack(Fixture.createRequest()
                        .stackName("gone")
                        .templateBody(Fixture.vendorTemplate().replace("-role", "-role-2"))
                        .onFailure(OnFailure.DELETE)
                        .build())
                .stackId();
        fixture.settle();

        assertThat(fixture.stack("dkp").stackStatusAsString()).isEqualTo("CREATE_FAILED");
        assertThat(fixture.iam
                        .getRole(r -> r.roleName("dkp-bootstrapper-role"))
                        .role()
                        .arn())
                .isEqualTo(Fixture.ROLE);
        assertThat(fixture.stack(deleted).stackStatusAsString()).isEqualTo("DELETE_COMPLETE");
        assertThat(fixture.history(deleted))
                .contains("gone DELETE_IN_PROGRESS (The following resource(s) failed to create: [DKPBootstrapRole]. "
                        + "Delete requested by user.)");
    }

    @Test
    void failsWhereTheCallerItselfMayNotUseIam() {
        PolicyDocument policy = PolicyDocument.builder()
                .addStatement(s -> s.effect(Effect.ALLOW)
                        .actions(
                                "cloudformation:*",
                                "iam:CreateRole",
                                "iam:DeleteRole",
                                "iam:GetRole",
                                "iam:CreatePolicy")
                        .resources("*"))
                .build();
        CloudFormationClient limited = fixture.cloudFormation(Fixture.basic(fixture.aws.createUser("alice", policy)));
        limited.createStack(Fixture.createRequest().build());
        fixture.settle();

        assertThat(fixture.history("dkp"))
                .anySatisfy(line -> assertThat(line)
                        .startsWith("AWSIAMInstanceProfileDKPBootstrapper CREATE_FAILED")
                        .contains("User: arn:aws:iam::123456789012:user/alice is not authorized to perform: "
                                + "iam:CreateInstanceProfile on resource: "
                                + "arn:aws:iam::123456789012:instance-profile/DKPBootstrapInstanceProfile because no "
                                + "identity-based policy allows the iam:CreateInstanceProfile action (Service: Iam, "
                                + "Status Code: 403, ")
                        .contains("HandlerErrorCode: AccessDenied"));
    }

    @Test
    void canBeDeletedWhileItIsBeingCreated() {
        String id = fixture.cloudFormation
                .createStack(Fixture.createRequest().build())
                .stackId();
        fixture.clock.advance(Duration.ofSeconds(20));
        fixture.cloudFormation.deleteStack(r -> r.stackName("dkp"));
        fixture.settle();

        assertThat(fixture.stack(id).stackStatusAsString()).isEqualTo("DELETE_COMPLETE");
        assertThat(fixture.iam.listRoles().roles()).isEmpty();
        assertThat(fixture.iam.listInstanceProfiles().instanceProfiles()).isEmpty();
    }

    private static final String ANY =
            "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"s3:*\",\"Resource\":\"*\"}}";
}
