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
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetType;
import software.amazon.awssdk.services.cloudformation.model.DescribeChangeSetResponse;
import software.amazon.awssdk.services.cloudformation.model.ExecutionStatus;
import software.amazon.awssdk.services.cloudformation.model.StackResource;

class ImportTest {
    private final Fixture fixture = new Fixture();
    private final ChangeSetSteps sets = new ChangeSetSteps(fixture);

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void takesWhatExistsIntoANewStackAndLeavesItAsItIs() {
        sets.makeByHand();
        DescribeChangeSetResponse set = importAll("adopt");
        assertThat(set.executionStatus()).isEqualTo(ExecutionStatus.AVAILABLE);
        assertThat(set.changes())
                .extracting(change -> change.resourceChange().actionAsString() + " "
                        + change.resourceChange().physicalResourceId() + " "
                        + change.resourceChange().replacement())
                .containsExactly(
                        "Import DKPBootstrapInstanceProfile null",
                        "Import " + Fixture.POLICY + " null",
                        "Import dkp-bootstrapper-role null");
        sets.execute("adopt");

        assertThat(fixture.stack("dkp").stackStatusAsString()).isEqualTo("IMPORT_COMPLETE");
        assertThat(fixture.history("dkp"))
                .startsWith(
                        "dkp REVIEW_IN_PROGRESS (User Initiated)",
                        "dkp IMPORT_IN_PROGRESS (User Initiated)",
                        "DKPBootstrapRole IMPORT_IN_PROGRESS (Resource import started.)",
                        "DKPBootstrapRole IMPORT_IN_PROGRESS",
                        "DKPBootstrapRole IMPORT_COMPLETE (Resource import completed.)",
                        "DKPBootstrapRole UPDATE_IN_PROGRESS (Apply stack-level tags to imported resource if "
                                + "applicable.)",
                        "DKPBootstrapRole UPDATE_COMPLETE")
                .endsWith("dkp IMPORT_COMPLETE");
        assertThat(fixture.cloudFormation
                        .describeStackResources(r -> r.stackName("dkp"))
                        .stackResources())
                .extracting(StackResource::physicalResourceId)
                .containsExactlyInAnyOrder("dkp-bootstrapper-role", Fixture.POLICY, "DKPBootstrapInstanceProfile");
        assertThat(fixture.cloudFormation.getTemplate(r -> r.stackName("dkp")).templateBody())
                .isEqualTo(ChangeSetSteps.keeping("Retain"));
        assertThat(fixture.iam
                        .getPolicy(r -> r.policyArn(Fixture.POLICY))
                        .policy()
                        .defaultVersionId())
                .isEqualTo("v1");
        assertThat(fixture.iam
                        .getInstanceProfile(r -> r.instanceProfileName("DKPBootstrapInstanceProfile"))
                        .instanceProfile()
                        .roles())
                .isEmpty();
    }

    @Test
    void makesWhatItTookTheStacksOwn() {
        sets.makeByHand();
        importAll("adopt");
        sets.execute("adopt");
        String changed = ChangeSetSteps.keeping("Delete").replace("- ec2:AllocateAddress", "- ec2:DescribeRegions");
        sets.create("next", ChangeSetType.UPDATE, changed);
        sets.execute("next");
        assertThat(fixture.stack("dkp").stackStatusAsString()).isEqualTo("UPDATE_COMPLETE");
        assertThat(fixture.iam
                        .getPolicy(r -> r.policyArn(Fixture.POLICY))
                        .policy()
                        .defaultVersionId())
                .isEqualTo("v2");
        fixture.cloudFormation.deleteStack(r -> r.stackName("dkp"));
        fixture.settle();
        assertThat(fixture.iam.listRoles().roles()).isEmpty();
        assertThat(fixture.iam.listInstanceProfiles().instanceProfiles()).isEmpty();
    }

    @Test
    void takesAResourceIntoAStackThatHasOthers() {
        createRoleOnly();
        fixture.iam.createInstanceProfile(r -> r.instanceProfileName("DKPBootstrapInstanceProfile"));
        sets.create("adopt", ChangeSetType.IMPORT, withProfile(), r -> r.resourcesToImport(ChangeSetSteps.profile()));
        sets.execute("adopt");

        assertThat(fixture.stack("dkp").stackStatusAsString()).isEqualTo("IMPORT_COMPLETE");
        assertThat(fixture.stack("dkp").lastUpdatedTime()).isNotNull();
        assertThat(fixture.cloudFormation
                        .listStackResources(r -> r.stackName("dkp"))
                        .stackResourceSummaries())
                .hasSize(2);
        fixture.cloudFormation.updateStack(r -> r.stackName("dkp")
                .templateBody(withProfile().replace("- ec2.amazonaws.com", "- ecs.amazonaws.com"))
                .capabilitiesWithStrings("CAPABILITY_NAMED_IAM"));
        fixture.settle();
        assertThat(fixture.stack("dkp").stackStatusAsString()).isEqualTo("UPDATE_COMPLETE");
    }

    @Test
    void rollsBackToAStackThatHasNothingWhenTheFirstImportFails() {
        sets.makeByHand();
        importAll("adopt");
        fixture.iam.deleteInstanceProfile(r -> r.instanceProfileName("DKPBootstrapInstanceProfile"));
        sets.execute("adopt");

        assertThat(fixture.stack("dkp").stackStatusAsString()).isEqualTo("ROLLBACK_COMPLETE");
        assertThat(sets.describe("adopt").executionStatus()).isEqualTo(ExecutionStatus.EXECUTE_FAILED);
        assertThat(fixture.history("dkp"))
                .anySatisfy(line -> assertThat(line)
                        .startsWith("AWSIAMInstanceProfileDKPBootstrapper IMPORT_FAILED (Resource handler returned "
                                + "message: \"Instance Profile DKPBootstrapInstanceProfile cannot be found. (Service: "
                                + "Iam, Status Code: 404"))
                .contains("DKPBootstrapRole IMPORT_ROLLBACK_COMPLETE")
                .anySatisfy(line -> assertThat(line)
                        .startsWith("dkp IMPORT_ROLLBACK_IN_PROGRESS (The following resource(s) failed to import: ["));
        assertThat(fixture.cloudFormation
                        .describeStackResources(r -> r.stackName("dkp"))
                        .stackResources())
                .isEmpty();
        assertThat(fixture.iam.listRoles().roles()).hasSize(1);
    }

    @Test
    void rollsBackToTheFormerTemplateWhenALaterImportFails() {
        createRoleOnly();
        String template =
                fixture.cloudFormation.getTemplate(r -> r.stackName("dkp")).templateBody();
        fixture.iam.createInstanceProfile(r -> r.instanceProfileName("DKPBootstrapInstanceProfile"));
        sets.create("adopt", ChangeSetType.IMPORT, withProfile(), r -> r.resourcesToImport(ChangeSetSteps.profile()));
        fixture.iam.deleteInstanceProfile(r -> r.instanceProfileName("DKPBootstrapInstanceProfile"));
        sets.execute("adopt");

        assertThat(fixture.stack("dkp").stackStatusAsString()).isEqualTo("IMPORT_ROLLBACK_COMPLETE");
        assertThat(fixture.cloudFormation.getTemplate(r -> r.stackName("dkp")).templateBody())
                .isEqualTo(template);
        assertThat(sets.create(
                                "again",
                                ChangeSetType.UPDATE,
                                template.replace("- ec2.amazonaws.com", "- ecs.amazonaws.com"))
                        .statusAsString())
                .isEqualTo("CREATE_COMPLETE");
    }

    @Test
    void failsToRollBackWithoutThePermissionToRead() {
        sets.makeByHand();
        String deny = PolicyDocument.builder()
                .addStatement(s -> s.effect(Effect.DENY)
                        .actions("iam:GetRole", "iam:GetPolicy")
                        .resources("*"))
                .build()
                .toJson(JsonLayout.MINIFIED);
        String arn = fixture.iam
                .createPolicy(r -> r.policyName("deny").policyDocument(deny))
                .policy()
                .arn();
        PolicyDocument all = PolicyDocument.builder()
                .addStatement(s -> s.effect(Effect.ALLOW).actions("*").resources("*"))
                .build();
        CloudFormationClient alice = fixture.cloudFormation(Fixture.basic(fixture.aws.createUser("alice", all)));
        importAll("adopt");
        alice.executeChangeSet(r -> r.stackName("dkp").changeSetName("adopt"));
        fixture.clock.advance(Duration.ofSeconds(4));
        assertThat(fixture.stack("dkp").stackStatusAsString()).isEqualTo("IMPORT_IN_PROGRESS");
        fixture.iam.attachUserPolicy(r -> r.userName("alice").policyArn(arn));
        fixture.settle();

        assertThat(fixture.stack("dkp").stackStatusAsString()).isEqualTo("IMPORT_ROLLBACK_FAILED");
        assertThat(fixture.history("dkp"))
                .anySatisfy(line -> assertThat(line).startsWith("DKPBootstrapRole IMPORT_ROLLBACK_FAILED"));
        fixture.cloudFormation.deleteStack(r -> r.stackName("dkp"));
        fixture.settle();
        assertThat(fixture.iam.listRoles().roles()).hasSize(1);
    }

    @Test
    void cannotBeDeletedWhileItImports() {
        sets.makeByHand();
        importAll("adopt");
        fixture.cloudFormation.executeChangeSet(r -> r.stackName("dkp").changeSetName("adopt"));
        assertThatThrownBy(() -> fixture.cloudFormation.deleteStack(r -> r.stackName("dkp")))
                .hasMessageContaining("cannot be deleted while in status IMPORT_IN_PROGRESS");
    }

    @Test
    void showsTheIdsOfWhatItImportsWhereOthersReferToThem() {
        sets.makeByHand();
        importAll("adopt");
        assertThat(ChangeSetSteps.change(sets.describeWithValues("adopt"), ChangeSetSteps.PROFILE_ID)
                        .afterContext())
                .contains("\"Roles\":[\"dkp-bootstrapper-role\"]");
    }

    private DescribeChangeSetResponse importAll(String name) {
        return sets.create(
                name,
                ChangeSetType.IMPORT,
                ChangeSetSteps.keeping("Retain"),
                r -> r.resourcesToImport(ChangeSetSteps.role(), ChangeSetSteps.policy(), ChangeSetSteps.profile()));
    }

    private void createRoleOnly() {
        String all = Fixture.template();
        fixture.cloudFormation.createStack(Fixture.createRequest()
                .templateBody("Resources:\n" + all.substring(all.indexOf("  DKPBootstrapRole:")))
                .build());
        fixture.settle();
    }

    private static String withProfile() {
        String all = Fixture.template();
        return "Resources:\n"
                + all.substring(all.indexOf("  AWSIAMInstanceProfile"), all.indexOf("  AWSIAMManagedPolicy"))
                + "    DeletionPolicy: Retain\n" + all.substring(all.indexOf("  DKPBootstrapRole:"));
    }
}
