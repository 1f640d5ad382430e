// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetType;
import software.amazon.awssdk.services.cloudformation.model.DescribeChangeSetResponse;
import software.amazon.awssdk.services.cloudformation.model.Tag;

class AutomaticImportTest {
    private final Fixture fixture = new Fixture();
    private final ChangeSetSteps sets = new ChangeSetSteps(fixture);

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void importsWhatHasTheNamesAndCreatesTheRest() {
        makeRoleAndProfile();
        DescribeChangeSetResponse set = create(ChangeSetType.CREATE, ChangeSetSteps.keeping("Retain"));
        assertThat(set.importExistingResources()).isTrue();
        assertThat(set.changes())
                .extracting(change -> change.resourceChange().logicalResourceId() + " "
                        + change.resourceChange().actionAsString())
                .containsExactly(
                        ChangeSetSteps.PROFILE_ID + " Import",
                        ChangeSetSteps.POLICY_ID + " Add",
                        ChangeSetSteps.ROLE_ID + " Import");
        sets.execute("adopt");

        assertThat(fixture.stack("dkp").stackStatusAsString()).isEqualTo("CREATE_COMPLETE");
        assertThat(fixture.history("dkp"))
                .contains(
                        "DKPBootstrapRole IMPORT_COMPLETE (Resource import completed.)",
                        "AWSIAMManagedPolicyDKPBootstrapper CREATE_COMPLETE");
    }

    @Test
    void putsTheTagsOfTheStackOnWhatItImports() {
        makeRoleAndProfile();
        sets.create(
                "adopt",
                ChangeSetType.CREATE,
                ChangeSetSteps.keeping("Retain"),
                r -> r.importExistingResources(true)
                        .tags(Tag.builder().key("team").value("platform").build()));
        sets.execute("adopt");
        assertThat(fixture.iam
                        .listRoleTags(r -> r.roleName("dkp-bootstrapper-role"))
                        .tags())
                .extracting(tag -> tag.key() + "=" + tag.value())
                .containsExactly("team=platform");
    }

    @Test
    void failsForResourcesThatAreNotRetained() {
        makeRoleAndProfile();
        DescribeChangeSetResponse set = create(ChangeSetType.CREATE, Fixture.template());
        assertThat(set.statusAsString()).isEqualTo("FAILED");
        assertThat(set.statusReason())
                .isEqualTo("CloudFormation is attempting to import some resources because they already exist in your "
                        + "account. The resources must have the DeletionPolicy attribute set to 'Retain' or "
                        + "'RetainExceptOnCreate' in the template for successful import. The affected resources are "
                        + "AWSIAMInstanceProfileDKPBootstrapper ({InstanceProfileName=DKPBootstrapInstanceProfile}), "
                        + "DKPBootstrapRole ({RoleName=dkp-bootstrapper-role})");
    }

    @Test
    void seesOnlyNamesThatStandInTheTemplateAsTheyAre() {
        makeRoleAndProfile();
        DescribeChangeSetResponse set = create(
                ChangeSetType.CREATE,
                ChangeSetSteps.keeping("Retain")
                        .replace("RoleName: dkp-bootstrapper-role", "RoleName: !Sub 'dkp-bootstrapper-role'"));
        assertThat(ChangeSetSteps.change(set, ChangeSetSteps.ROLE_ID).actionAsString())
                .isEqualTo("Add");
    }

    @Test
    void failsForWhatAnotherStackHas() {
        fixture.cloudFormation.createStack(
                Fixture.createRequest().stackName("owner").build());
        fixture.settle();
        assertThat(create(ChangeSetType.CREATE, ChangeSetSteps.keeping("Retain"))
                        .statusReason())
                .contains(" already exists in stack " + fixture.stack("owner").stackId());
    }

    @Test
    void neverDeletesWhatItImportedWhenTheCreationFails() {
        makeRoleAndProfile();
        fixture.iam.createPolicy(r -> r.policyName("dkp-bootstrapper-policy").policyDocument(Trust.ANY_POLICY));
        create(ChangeSetType.CREATE, ChangeSetSteps.keeping("RetainExceptOnCreate"));
        sets.execute("adopt");

        assertThat(fixture.stack("dkp").stackStatusAsString()).isEqualTo("ROLLBACK_COMPLETE");
        assertThat(fixture.history("dkp")).contains("DKPBootstrapRole DELETE_SKIPPED");
        assertThat(fixture.iam.listRoles().roles()).hasSize(1);
        assertThat(fixture.iam.listInstanceProfiles().instanceProfiles()).hasSize(1);
    }

    @Test
    void importsIntoALiveStackAndLetsGoWhenTheUpdateFails() {
        String all = Fixture.template();
        String roleOnly = "Resources:\n" + all.substring(all.indexOf("  DKPBootstrapRole:"));
        fixture.cloudFormation.createStack(
                Fixture.createRequest().templateBody(roleOnly).build());
        fixture.settle();
        fixture.iam.createInstanceProfile(r -> r.instanceProfileName("DKPBootstrapInstanceProfile"));
        fixture.iam.createPolicy(r -> r.policyName("dkp-bootstrapper-policy").policyDocument(Trust.ANY_POLICY));
        create(ChangeSetType.UPDATE, ChangeSetSteps.keeping("Retain"));
        sets.execute("adopt");

        assertThat(fixture.stack("dkp").stackStatusAsString()).isEqualTo("UPDATE_ROLLBACK_COMPLETE");
        assertThat(fixture.history("dkp"))
                .contains(
                        "AWSIAMInstanceProfileDKPBootstrapper IMPORT_COMPLETE (Resource import completed.)",
                        "AWSIAMInstanceProfileDKPBootstrapper IMPORT_ROLLBACK_COMPLETE");
        assertThat(fixture.iam.listInstanceProfiles().instanceProfiles()).hasSize(1);
        assertThat(fixture.cloudFormation
                        .describeStackResources(r -> r.stackName("dkp"))
                        .stackResources())
                .extracting(resource -> resource.logicalResourceId())
                .doesNotContain(ChangeSetSteps.PROFILE_ID);

        fixture.iam.deletePolicy(r -> r.policyArn(Fixture.POLICY));
        create(ChangeSetType.UPDATE, ChangeSetSteps.keeping("Retain"));
        sets.execute("adopt");
        assertThat(fixture.stack("dkp").stackStatusAsString()).isEqualTo("UPDATE_COMPLETE");
    }

    private DescribeChangeSetResponse create(ChangeSetType type, String template) {
        return sets.create("adopt", type, template, r -> r.importExistingResources(true));
    }

    private void makeRoleAndProfile() {
        fixture.iam.createRole(r -> r.roleName("dkp-bootstrapper-role").assumeRolePolicyDocument(Trust.EC2));
        fixture.iam.createInstanceProfile(r -> r.instanceProfileName("DKPBootstrapInstanceProfile"));
    }
}
