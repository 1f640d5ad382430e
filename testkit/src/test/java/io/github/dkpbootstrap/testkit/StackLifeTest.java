// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dkpbootstrap.policy.Effect;
import io.github.dkpbootstrap.policy.PolicyDocument;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.AlreadyExistsException;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;
import software.amazon.awssdk.services.cloudformation.model.InsufficientCapabilitiesException;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.cloudformation.model.Tag;
import software.amazon.awssdk.services.iam.model.NoSuchEntityException;

class StackLifeTest {
    private final Fixture fixture = new Fixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void createsTheVendorsStackInTheOrderOfItsDependencies() {
        fixture.create();

        assertThat(fixture.history("dkp"))
                .containsExactly(
                        "dkp CREATE_IN_PROGRESS (User Initiated)",
                        "DKPBootstrapRole CREATE_IN_PROGRESS",
                        "DKPBootstrapRole CREATE_IN_PROGRESS (Resource creation Initiated)",
                        "DKPBootstrapRole CREATE_COMPLETE",
                        "AWSIAMInstanceProfileDKPBootstrapper CREATE_IN_PROGRESS",
                        "AWSIAMManagedPolicyDKPBootstrapper CREATE_IN_PROGRESS",
                        "AWSIAMInstanceProfileDKPBootstrapper CREATE_IN_PROGRESS (Resource creation Initiated)",
                        "AWSIAMManagedPolicyDKPBootstrapper CREATE_IN_PROGRESS (Resource creation Initiated)",
                        "AWSIAMManagedPolicyDKPBootstrapper CREATE_COMPLETE",
                        "AWSIAMInstanceProfileDKPBootstrapper CREATE_COMPLETE",
                        "dkp CREATE_COMPLETE");
        assertThat(fixture.iam
                        .getRole(r -> r.roleName("dkp-bootstrapper-role"))
                        .role()
                        .arn())
                .isEqualTo(Fixture.ROLE);
        assertThat(fixture.iam
                        .listAttachedRolePolicies(r -> r.roleName("dkp-bootstrapper-role"))
                        .attachedPolicies())
                .extracting(policy -> policy.policyArn())
                .containsExactly(Fixture.POLICY);
        assertThat(fixture.iam
                        .getInstanceProfile(r -> r.instanceProfileName("DKPBootstrapInstanceProfile"))
                        .instanceProfile()
                        .roles())
                .hasSize(1);
    }

    @Test
    void takesTwoMinutesAndTwentySecondsOfItsOwnTime() {
        fixture.cloudFormation.createStack(Fixture.createRequest().build());
        assertThat(fixture.stack("dkp").stackStatusAsString()).isEqualTo("CREATE_IN_PROGRESS");
        fixture.clock.advance(Duration.ofSeconds(138));
        assertThat(fixture.stack("dkp").stackStatusAsString()).isEqualTo("CREATE_IN_PROGRESS");
        fixture.clock.advance(Duration.ofSeconds(2));
        assertThat(fixture.stack("dkp").stackStatusAsString()).isEqualTo("CREATE_COMPLETE");
    }

    @Test
    void refusesWhatCloudFormationRefusesBeforeAnythingHappens() {
        assertThatThrownBy(() -> fixture.cloudFormation.createStack(
                        r -> r.stackName("dkp").templateBody(Fixture.template())))
                .isInstanceOf(InsufficientCapabilitiesException.class)
                .hasMessageContaining("Requires capabilities : [CAPABILITY_NAMED_IAM]");
        assertThatThrownBy(() -> fixture.stack("dkp"))
                .isInstanceOf(CloudFormationException.class)
                .hasMessageContaining("Stack with id dkp does not exist");
        assertThatThrownBy(() -> fixture.cloudFormation.createStack(
                        Fixture.createRequest().stackName("9lives").build()))
                .hasMessageContaining("1 validation error detected: Value '9lives' at 'stackName'");
        fixture.cloudFormation.createStack(Fixture.createRequest().build());
        assertThatThrownBy(() -> fixture.cloudFormation.createStack(
                        Fixture.createRequest().build()))
                .isInstanceOf(AlreadyExistsException.class)
                .hasMessageContaining("Stack [dkp] already exists");
    }

    @Test
    void refusesAnUpdateThatChangesNothingOrComesTooEarly() {
        fixture.cloudFormation.createStack(Fixture.createRequest().build());
        assertThatThrownBy(() -> update(Fixture.template()))
                .hasMessageContaining("is in CREATE_IN_PROGRESS state and can not be updated.");
        fixture.settle();
        assertThatThrownBy(() -> update(Fixture.template()))
                .isInstanceOf(CloudFormationException.class)
                .hasMessageContaining("No updates are to be performed.");
    }

    @Test
    void addsOutputsWithoutTouchingAResource() {
        fixture.create();
        update(Fixture.template() + """
                Outputs:
                  RoleArn:
                    Description: Who to be
                    Value: !GetAtt DKPBootstrapRole.Arn
                  Where:
                    Value: !Sub '${AWS::Region}/${DKPBootstrapRole}'
                """);
        fixture.settle();

        Stack stack = fixture.stack("dkp");
        assertThat(stack.outputs())
                .extracting(output -> output.outputKey() + "=" + output.outputValue())
                .containsExactlyInAnyOrder("RoleArn=" + Fixture.ROLE, "Where=us-east-1/dkp-bootstrapper-role");
        assertThat(fixture.history("dkp"))
                .endsWith(
                        "dkp CREATE_COMPLETE",
                        "dkp UPDATE_IN_PROGRESS (User Initiated)",
                        "dkp UPDATE_COMPLETE_CLEANUP_IN_PROGRESS",
                        "dkp UPDATE_COMPLETE");
    }

    @Test
    void makesAChangedPolicyANewDefaultVersion() {
        fixture.create();
        update(Fixture.template().replace("- ec2:AllocateAddress", "- ec2:DescribeRegions"));
        fixture.settle();

        assertThat(fixture.stack("dkp").stackStatusAsString()).isEqualTo("UPDATE_COMPLETE");
        assertThat(fixture.iam
                        .getPolicy(r -> r.policyArn(Fixture.POLICY))
                        .policy()
                        .defaultVersionId())
                .isEqualTo("v2");
        assertThat(fixture.iam
                        .getPolicyVersion(r -> r.policyArn(Fixture.POLICY).versionId("v2"))
                        .policyVersion()
                        .document())
                .contains("ec2%3ADescribeRegions")
                .doesNotContain("ec2%3AAllocateAddress");
        for (int i = 3; i < 9; i++) {
            update(Fixture.template().replace("- ec2:AllocateAddress", "- ec2:Describe" + i));
            fixture.settle();
        }
        assertThat(fixture.iam
                        .listPolicyVersions(r -> r.policyArn(Fixture.POLICY))
                        .versions())
                .extracting(version -> version.versionId())
                .containsExactly("v8", "v7", "v6", "v5", "v4");
    }

    @Test
    void putsTheTagsOfTheStackOnRoleAndPolicy() {
        fixture.create();
        fixture.cloudFormation.updateStack(r -> r.stackName("dkp")
                .usePreviousTemplate(true)
                .capabilitiesWithStrings("CAPABILITY_NAMED_IAM")
                .tags(Tag.builder().key("team").value("platform").build()));
        fixture.settle();

        assertThat(fixture.iam
                        .getRole(r -> r.roleName("dkp-bootstrapper-role"))
                        .role()
                        .tags())
                .extracting(tag -> tag.key() + "=" + tag.value())
                .containsExactly("team=platform");
        assertThat(fixture.iam
                        .getPolicy(r -> r.policyArn(Fixture.POLICY))
                        .policy()
                        .tags())
                .hasSize(1);
    }

    @Test
    void rollsBackAnUpdateThatWouldReplaceANamedResource() {
        fixture.create();
        update(Fixture.template()
                .replace("Minimal policy to create dkp clusters in AWS", "Another description")
                .replace("- ec2.amazonaws.com", "- ecs.amazonaws.com"));
        fixture.settle();

        assertThat(fixture.stack("dkp").stackStatusAsString()).isEqualTo("UPDATE_ROLLBACK_COMPLETE");
        assertThat(fixture.history("dkp"))
                .contains(
                        "AWSIAMManagedPolicyDKPBootstrapper UPDATE_FAILED (CloudFormation cannot update a stack when a "
                                + "custom-named resource requires replacing. Rename dkp-bootstrapper-policy and update the "
                                + "stack again.)");
        assertThat(fixture.iam
                        .getRole(r -> r.roleName("dkp-bootstrapper-role"))
                        .role()
                        .assumeRolePolicyDocument())
                .contains("ec2.amazonaws.com");
        assertThatThrownBy(() -> update(Fixture.template())).hasMessageContaining("No updates are to be performed.");
    }

    @Test
    void goesBackWhenTheCallerMayNotMakeTheChange() {
        fixture.create();
        PolicyDocument noVersions = PolicyDocument.builder()
                .addStatement(s -> s.effect(Effect.ALLOW).actions("*").resources("*"))
                .addStatement(s ->
                        s.effect(Effect.DENY).actions("iam:CreatePolicyVersion").resources("*"))
                .build();
        CloudFormationClient limited =
                fixture.cloudFormation(Fixture.basic(fixture.aws.createUser("alice", noVersions)));
        limited.updateStack(r -> r.stackName("dkp")
                .templateBody(Fixture.template()
                        .replace("- ec2:AllocateAddress", "- ec2:DescribeRegions")
                        .replace("- ec2.amazonaws.com", "- ecs.amazonaws.com"))
                .capabilitiesWithStrings("CAPABILITY_NAMED_IAM"));
        fixture.settle();

        assertThat(fixture.history("dkp"))
                .anySatisfy(line -> assertThat(line)
                        .startsWith("AWSIAMManagedPolicyDKPBootstrapper UPDATE_FAILED")
                        .contains("with an explicit deny in an identity-based policy"))
                .endsWith("dkp UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS", "dkp UPDATE_ROLLBACK_COMPLETE");
        assertThat(fixture.iam
                        .getRole(r -> r.roleName("dkp-bootstrapper-role"))
                        .role()
                        .assumeRolePolicyDocument())
                .contains("ec2.amazonaws.com");
    }

    @Test
    void stopsWhereAnUpdateFailsIfRollbackIsDisabled() {
        fixture.create();
        fixture.cloudFormation.updateStack(r -> r.stackName("dkp")
                .disableRollback(true)
                .templateBody(Fixture.template().replace("Minimal policy", "Another policy"))
                .capabilitiesWithStrings("CAPABILITY_NAMED_IAM"));
        fixture.settle();

        assertThat(fixture.stack("dkp").stackStatusAsString()).isEqualTo("UPDATE_FAILED");
    }

    @Test
    void deletesWhatATemplateNoLongerHas() {
        fixture.create();
        String template = Fixture.template();
        update("Resources:\n" + template.substring(template.indexOf("  AWSIAMManagedPolicyDKPBootstrapper")));
        fixture.settle();

        assertThat(fixture.stack("dkp").stackStatusAsString()).isEqualTo("UPDATE_COMPLETE");
        assertThat(fixture.cloudFormation
                        .listStackResources(r -> r.stackName("dkp"))
                        .stackResourceSummaries())
                .hasSize(2);
        assertThat(fixture.iam.listInstanceProfiles().instanceProfiles()).isEmpty();
        update(template);
        fixture.settle();
        assertThat(fixture.iam.listInstanceProfiles().instanceProfiles()).hasSize(1);
    }

    @Test
    void replacesAResourceUnderANewNameAndDeletesTheOldOneLast() {
        fixture.create();
        update(Fixture.template().replace("DKPBootstrapInstanceProfile", "AnotherProfile"));
        fixture.settle();

        assertThat(fixture.history("dkp"))
                .endsWith(
                        "AWSIAMInstanceProfileDKPBootstrapper UPDATE_COMPLETE",
                        "dkp UPDATE_COMPLETE_CLEANUP_IN_PROGRESS",
                        "AWSIAMInstanceProfileDKPBootstrapper DELETE_IN_PROGRESS",
                        "AWSIAMInstanceProfileDKPBootstrapper DELETE_COMPLETE",
                        "dkp UPDATE_COMPLETE");
        assertThatThrownBy(
                        () -> fixture.iam.getInstanceProfile(r -> r.instanceProfileName("DKPBootstrapInstanceProfile")))
                .isInstanceOf(NoSuchEntityException.class);
    }

    @Test
    void goesBackWhenAnUpdateIsCancelled() {
        fixture.create();
        update(Fixture.template().replace("- ec2:AllocateAddress", "- ec2:DescribeRegions"));
        fixture.clock.advance(Duration.ofSeconds(3));
        fixture.cloudFormation.cancelUpdateStack(r -> r.stackName("dkp"));
        assertThat(fixture.stack("dkp").stackStatusAsString()).isEqualTo("UPDATE_ROLLBACK_IN_PROGRESS");
        fixture.settle();

        assertThat(fixture.stack("dkp").stackStatusAsString()).isEqualTo("UPDATE_ROLLBACK_COMPLETE");
        assertThat(fixture.iam
                        .getPolicyVersion(r -> r.policyArn(Fixture.POLICY).versionId("v3"))
                        .policyVersion()
                        .document())
                .contains("ec2%3AAllocateAddress");
    }

    @Test
    void deletesAStackAndStillKnowsItById() {
        String id = fixture.create();
        fixture.cloudFormation.deleteStack(r -> r.stackName("dkp"));
        fixture.settle();

        assertThat(fixture.stack(id).stackStatusAsString()).isEqualTo("DELETE_COMPLETE");
        assertThatThrownBy(() -> fixture.stack("dkp")).hasMessageContaining("Stack with id dkp does not exist");
        assertThatThrownBy(() -> fixture.iam.getRole(r -> r.roleName("dkp-bootstrapper-role")))
                .isInstanceOf(NoSuchEntityException.class);
        assertThat(fixture.history(id))
                .containsSubsequence(
                        "dkp DELETE_IN_PROGRESS (User Initiated)",
                        "AWSIAMManagedPolicyDKPBootstrapper DELETE_COMPLETE",
                        "DKPBootstrapRole DELETE_IN_PROGRESS",
                        "DKPBootstrapRole DELETE_COMPLETE",
                        "dkp DELETE_COMPLETE");
    }

    @Test
    void cannotDeleteAPolicyThatAForeignRoleHas() {
        fixture.create();
        fixture.iam.createRole(r -> r.roleName("foreign").assumeRolePolicyDocument(Trust.EC2));
        fixture.iam.attachRolePolicy(r -> r.roleName("foreign").policyArn(Fixture.POLICY));
        fixture.cloudFormation.deleteStack(r -> r.stackName("dkp"));
        fixture.settle();

        assertThat(fixture.stack("dkp").stackStatusAsString()).isEqualTo("DELETE_FAILED");
        assertThat(fixture.stack("dkp").stackStatusReason())
                .isEqualTo("The following resource(s) failed to delete: [AWSIAMManagedPolicyDKPBootstrapper].");
        assertThat(fixture.history("dkp"))
                .anySatisfy(line -> assertThat(line)
                        .startsWith("AWSIAMManagedPolicyDKPBootstrapper DELETE_FAILED")
                        .contains("Cannot delete a policy attached to entities. (Service: Iam, Status Code: 409, "));

        fixture.cloudFormation.deleteStack(
                r -> r.stackName("dkp").retainResources("AWSIAMManagedPolicyDKPBootstrapper"));
        fixture.settle();
        assertThatThrownBy(() -> fixture.stack("dkp")).hasMessageContaining("does not exist");
        assertThat(fixture.iam
                        .getPolicy(r -> r.policyArn(Fixture.POLICY))
                        .policy()
                        .attachmentCount())
                .isEqualTo(1);
    }

    @Test
    void keepsWhatIsToBeRetained() {
        fixture.cloudFormation.createStack(Fixture.createRequest()
                .templateBody(Fixture.template() + "    DeletionPolicy: Retain\n")
                .build());
        fixture.settle();
        fixture.cloudFormation.deleteStack(r -> r.stackName("dkp"));
        fixture.settle();

        assertThat(fixture.iam
                        .getRole(r -> r.roleName("dkp-bootstrapper-role"))
                        .role()
                        .arn())
                .isEqualTo(Fixture.ROLE);
        assertThatThrownBy(() -> fixture.iam.getPolicy(r -> r.policyArn(Fixture.POLICY)))
                .isInstanceOf(NoSuchEntityException.class);
    }

    @Test
    void protectsAStackFromDeletion() {
        fixture.create();
        fixture.cloudFormation.updateTerminationProtection(
                r -> r.stackName("dkp").enableTerminationProtection(true));
        assertThatThrownBy(() -> fixture.cloudFormation.deleteStack(r -> r.stackName("dkp")))
                .hasMessageContaining("Stack [dkp] cannot be deleted while TerminationProtection is enabled");
        assertThat(fixture.stack("dkp").enableTerminationProtection()).isTrue();
    }

    @Test
    void answersARepeatedCallWithTheSameTokenWithTheSameStack() {
        String first = fixture.cloudFormation
                .createStack(Fixture.createRequest().clientRequestToken("once").build())
                .stackId();
        String second = fixture.cloudFormation
                .createStack(Fixture.createRequest().clientRequestToken("once").build())
                .stackId();

        assertThat(second).isEqualTo(first);
        assertThat(fixture.cloudFormation
                        .describeStackEvents(r -> r.stackName("dkp"))
                        .stackEvents())
                .extracting(event -> event.clientRequestToken())
                .containsExactly("once");
    }

    @Test
    void describesResourcesAndTemplateAsGiven() {
        fixture.create();
        assertThat(fixture.cloudFormation
                        .describeStackResources(r -> r.physicalResourceId("dkp-bootstrapper-role"))
                        .stackResources())
                .hasSize(3);
        assertThat(fixture.cloudFormation
                        .describeStackResource(
                                r -> r.stackName("dkp").logicalResourceId("AWSIAMManagedPolicyDKPBootstrapper"))
                        .stackResourceDetail()
                        .physicalResourceId())
                .isEqualTo(Fixture.POLICY);
        assertThat(fixture.cloudFormation
                        .listStackResources(r -> r.stackName("dkp"))
                        .stackResourceSummaries())
                .extracting(resource -> resource.physicalResourceId())
                .containsExactlyInAnyOrder("dkp-bootstrapper-role", Fixture.POLICY, "DKPBootstrapInstanceProfile");
        assertThat(fixture.cloudFormation.getTemplate(r -> r.stackName("dkp")).templateBody())
                .isEqualTo(Fixture.template());
        assertThat(fixture.cloudFormation.listStacks().stackSummaries()).hasSize(1);
        assertThat(fixture.cloudFormation
                        .getTemplateSummary(r -> r.templateBody(Fixture.template()))
                        .resourceTypes())
                .containsExactly("AWS::IAM::InstanceProfile", "AWS::IAM::ManagedPolicy", "AWS::IAM::Role");
    }

    @Test
    void givesEventsInPages() {
        try (Fixture small = new Fixture(4)) {
            small.create();
            assertThat(small.cloudFormation
                            .describeStackEvents(r -> r.stackName("dkp"))
                            .nextToken())
                    .isNotNull();
            List<String> history = small.history("dkp");
            assertThat(history).hasSize(11).startsWith("dkp CREATE_IN_PROGRESS (User Initiated)");
        }
    }

    private void update(String template) {
        fixture.cloudFormation.updateStack(
                r -> r.stackName("dkp").templateBody(template).capabilitiesWithStrings("CAPABILITY_NAMED_IAM"));
    }
}
