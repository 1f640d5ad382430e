// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetType;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;
import software.amazon.awssdk.services.cloudformation.model.DescribeChangeSetResponse;
import software.amazon.awssdk.services.cloudformation.model.ResourceToImport;
import software.amazon.awssdk.services.cloudformation.model.Tag;

class ImportRefusalTest {
    private final Fixture fixture = new Fixture();
    private final ChangeSetSteps sets = new ChangeSetSteps(fixture);

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void refusesEntriesThatDoNotFitTheTemplate() {
        String template = ChangeSetSteps.keeping("Retain");
        refused(template, "Must Provide at least one resource to import");
        refused(
                template,
                "Every resource to import must have unique LogicalResourceId",
                ChangeSetSteps.role(),
                ChangeSetSteps.role());
        refused(
                template,
                "The logical resource ids [Missing] provided in ResourceToImport do not exist in the template.",
                ChangeSetSteps.resource("AWS::IAM::Role", "Missing", "RoleName", "r"));
        refused(
                template,
                "Invalid resource identifier for resource type AWS::IAM::ManagedPolicy. Expected [PolicyArn]",
                ChangeSetSteps.resource("AWS::IAM::ManagedPolicy", ChangeSetSteps.POLICY_ID, "ManagedPolicyName", "p"));
        refused(
                template,
                "Resource type of [DKPBootstrapRole] passed in ResourceToImport does not match with resource type "
                        + "defined in the template. Resource type in ResourceToImport: AWS::IAM::User; Resource type in "
                        + "Template: AWS::IAM::Role.",
                ChangeSetSteps.resource("AWS::IAM::User", ChangeSetSteps.ROLE_ID, "UserName", "u"));
        refused(
                template,
                "Value null at 'resourcesToImport.1.member.resourceIdentifier' failed to satisfy constraint: Member "
                        + "must not be null",
                ResourceToImport.builder()
                        .resourceType("AWS::IAM::Role")
                        .logicalResourceId(ChangeSetSteps.ROLE_ID)
                        .build());
    }

    @Test
    void refusesAnImportThatDoesAnythingElse() {
        refused(
                ChangeSetSteps.keeping("Retain"),
                "Resources [AWSIAMInstanceProfileDKPBootstrapper, AWSIAMManagedPolicyDKPBootstrapper] is missing from "
                        + "ResourceToImport list",
                ChangeSetSteps.role());
        refused(
                Fixture.template(),
                "The following resources to import [DKPBootstrapRole, AWSIAMManagedPolicyDKPBootstrapper, "
                        + "AWSIAMInstanceProfileDKPBootstrapper] must have DeletionPolicy attribute specified in the "
                        + "template.",
                all());
        refused(
                ChangeSetSteps.keeping("Delete") + "Outputs: {O: {Value: x}}\n",
                "As part of the import operation, you cannot modify or add [Outputs]",
                all());
        assertThatThrownBy(() -> sets.begin(
                        "adopt",
                        ChangeSetType.IMPORT,
                        ChangeSetSteps.keeping("Delete"),
                        r -> r.resourcesToImport(all())
                                .tags(Tag.builder().key("a").value("b").build())))
                .hasMessageContaining("As part of the import operation, you cannot modify or add [Tags]");
    }

    @Test
    void refusesToTouchOrToImportWhatTheStackHas() {
        fixture.create();
        assertThatThrownBy(() -> sets.begin(
                        "adopt",
                        ChangeSetType.IMPORT,
                        Fixture.template(),
                        r -> r.resourcesToImport(ChangeSetSteps.role())))
                .hasMessageContaining("The template should contain at least one new resource to import.");
        String another = Fixture.template() + """
                  Another:
                    Type: AWS::IAM::InstanceProfile
                    DeletionPolicy: Retain
                    Properties: {InstanceProfileName: another, Roles: [!Ref DKPBootstrapRole]}
                """;
        assertThatThrownBy(() -> sets.begin(
                        "adopt", ChangeSetType.IMPORT, another, r -> r.resourcesToImport(ChangeSetSteps.role())))
                .hasMessageContaining("Resources [DKPBootstrapRole] passed in ResourceToImport are already in a stack "
                        + "and cannot be imported.");
        ResourceToImport wanted =
                ChangeSetSteps.resource("AWS::IAM::InstanceProfile", "Another", "InstanceProfileName", "another");
        assertThatThrownBy(() -> sets.begin(
                        "adopt",
                        ChangeSetType.IMPORT,
                        another.replace("- ec2.amazonaws.com", "- ecs.amazonaws.com"),
                        r -> r.resourcesToImport(wanted)))
                .hasMessageContaining("You have modified resources [DKPBootstrapRole] in your template that are not "
                        + "being imported. Update, create or delete operations cannot be executed during import "
                        + "operations.");
        assertThat(fixture.cloudFormation
                        .listChangeSets(r -> r.stackName("dkp"))
                        .summaries())
                .isEmpty();
    }

    @Test
    void failsTheChangeSetIfAResourceDoesNotExist() {
        DescribeChangeSetResponse set = sets.create(
                "adopt", ChangeSetType.IMPORT, ChangeSetSteps.keeping("Retain"), r -> r.resourcesToImport(all()));
        assertThat(set.statusAsString()).isEqualTo("FAILED");
        assertThat(set.executionStatusAsString()).isEqualTo("UNAVAILABLE");
        assertThat(set.statusReason())
                .matches("The role with name dkp-bootstrapper-role cannot be found. \\(Service: Iam, Status Code: 404, "
                        + "Request ID: [0-9a-f-]{36}\\) \\(SDK Attempt Count: 1\\)");
        assertThat(fixture.stack("dkp").stackStatusAsString()).isEqualTo("REVIEW_IN_PROGRESS");
    }

    @Test
    void failsTheChangeSetIfAnotherStackHasTheResource() {
        fixture.cloudFormation.createStack(
                Fixture.createRequest().stackName("owner").build());
        fixture.settle();
        DescribeChangeSetResponse set = sets.create(
                "adopt", ChangeSetType.IMPORT, ChangeSetSteps.keeping("Retain"), r -> r.resourcesToImport(all()));
        assertThat(set.statusAsString()).isEqualTo("FAILED");
        assertThat(set.statusReason())
                .isEqualTo("dkp-bootstrapper-role already exists in stack "
                        + fixture.stack("owner").stackId());
    }

    private void refused(String template, String message, ResourceToImport... resources) {
        assertThatThrownBy(
                        () -> sets.begin("adopt", ChangeSetType.IMPORT, template, r -> r.resourcesToImport(resources)))
                .isInstanceOf(CloudFormationException.class)
                .hasMessageContaining(message)
                .satisfies(e -> assertThat(
                                ((CloudFormationException) e).awsErrorDetails().errorCode())
                        .isEqualTo("ValidationError"));
        assertThatThrownBy(() -> fixture.stack("dkp")).hasMessageContaining("Stack with id dkp does not exist");
    }

    private static ResourceToImport[] all() {
        return new ResourceToImport[] {ChangeSetSteps.role(), ChangeSetSteps.policy(), ChangeSetSteps.profile()};
    }
}
