// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetType;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;
import software.amazon.awssdk.services.cloudformation.model.DeploymentMode;
import software.amazon.awssdk.services.cloudformation.model.DescribeChangeSetResponse;
import software.amazon.awssdk.services.cloudformation.model.ResourceChange;
import software.amazon.awssdk.services.cloudformation.model.ResourceTargetDefinition;

class DriftReversionTest {
    private static final String LONG =
            Fixture.template().replace("      RoleName: dkp", "      MaxSessionDuration: 7200\n      RoleName: dkp");

    private final Fixture fixture = new Fixture();
    private final ChangeSetSteps sets = new ChangeSetSteps(fixture);

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void showsWhatSomebodyChangedAndWhatItWasBefore() {
        create();
        fixture.iam.updateRole(r -> r.roleName("dkp-bootstrapper-role").maxSessionDuration(3600));
        DescribeChangeSetResponse set = revert(LONG);

        assertThat(set.statusAsString()).isEqualTo("CREATE_COMPLETE");
        assertThat(set.deploymentModeAsString()).isEqualTo("REVERT_DRIFT");
        assertThat(set.stackDriftStatusAsString()).isEqualTo("DRIFTED");
        assertThat(set.changes()).hasSize(1);
        ResourceChange role = ChangeSetSteps.change(sets.describeWithValues("revert"), ChangeSetSteps.ROLE_ID);
        assertThat(role.actionAsString()).isEqualTo("Modify");
        assertThat(role.resourceDriftStatusAsString()).isEqualTo("MODIFIED");
        assertThat(role.beforeContext()).contains("\"MaxSessionDuration\":\"3600\"");
        assertThat(role.afterContext()).contains("\"MaxSessionDuration\":\"7200\"");
        assertThat(role.previousDeploymentContext()).contains("\"MaxSessionDuration\":7200");
        ResourceTargetDefinition target = role.details().get(0).target();
        assertThat(target.path()).isEqualTo("/Properties/MaxSessionDuration");
        assertThat(target.beforeValue()).isEqualTo("3600");
        assertThat(target.afterValue()).isEqualTo("7200");
        assertThat(target.beforeValueFromAsString()).isEqualTo("ACTUAL_STATE");
        assertThat(target.afterValueFromAsString()).isEqualTo("TEMPLATE");
        assertThat(target.drift().previousValue()).isEqualTo("7200");
        assertThat(target.drift().actualValue()).isEqualTo("3600");
        assertThat(target.drift().driftDetectionTimestamp()).isNotNull();
    }

    @Test
    void writesTheTemplateOverWhatSomebodyChanged() {
        create();
        fixture.iam.updateRole(r -> r.roleName("dkp-bootstrapper-role").maxSessionDuration(3600));
        fixture.iam.updateAssumeRolePolicy(
                r -> r.roleName("dkp-bootstrapper-role").policyDocument(Trust.EC2));
        fixture.iam.detachRolePolicy(r -> r.roleName("dkp-bootstrapper-role").policyArn(Fixture.POLICY));
        fixture.iam.removeRoleFromInstanceProfile(
                r -> r.instanceProfileName("DKPBootstrapInstanceProfile").roleName("dkp-bootstrapper-role"));
        assertThat(revert(LONG).changes()).hasSize(3);
        sets.execute("revert");

        assertThat(fixture.stack("dkp").stackStatusAsString()).isEqualTo("UPDATE_COMPLETE");
        assertThat(maxSession()).isEqualTo(7200);
        assertThat(fixture.iam
                        .getRole(r -> r.roleName("dkp-bootstrapper-role"))
                        .role()
                        .assumeRolePolicyDocument())
                .contains("root");
        assertThat(fixture.iam
                        .listAttachedRolePolicies(r -> r.roleName("dkp-bootstrapper-role"))
                        .attachedPolicies())
                .hasSize(1);
        assertThat(fixture.iam
                        .getInstanceProfile(r -> r.instanceProfileName("DKPBootstrapInstanceProfile"))
                        .instanceProfile()
                        .roles())
                .hasSize(1);
    }

    @Test
    void makesAgainWhatSomebodyDeleted() {
        create();
        fixture.deleteRoleByHand();
        DescribeChangeSetResponse set = revert(LONG);
        assertThat(ChangeSetSteps.change(set, ChangeSetSteps.ROLE_ID).actionAsString())
                .isEqualTo("Add");
        assertThat(ChangeSetSteps.change(set, ChangeSetSteps.ROLE_ID).resourceDriftStatusAsString())
                .isEqualTo("DELETED");
        sets.execute("revert");

        assertThat(fixture.stack("dkp").stackStatusAsString()).isEqualTo("UPDATE_COMPLETE");
        assertThat(maxSession()).isEqualTo(7200);
        assertThat(fixture.iam
                        .getInstanceProfile(r -> r.instanceProfileName("DKPBootstrapInstanceProfile"))
                        .instanceProfile()
                        .roles())
                .hasSize(1);
        assertThat(fixture.history("dkp")).contains("DKPBootstrapRole CREATE_COMPLETE");
    }

    @Test
    void writesNothingWhereTheTemplateTookOverWhatSomebodyChanged() {
        create();
        fixture.iam.updateRole(r -> r.roleName("dkp-bootstrapper-role").maxSessionDuration(3600));
        DescribeChangeSetResponse set = revert(LONG.replace("7200", "3600"));
        assertThat(set.changes())
                .extracting(change -> change.resourceChange().actionAsString())
                .containsExactly("SyncWithActual");
        sets.execute("revert");

        assertThat(fixture.stack("dkp").stackStatusAsString()).isEqualTo("UPDATE_COMPLETE");
        assertThat(fixture.history("dkp")).doesNotContain("DKPBootstrapRole UPDATE_COMPLETE");
        fixture.cloudFormation.detectStackResourceDrift(r -> r.stackName("dkp").logicalResourceId("DKPBootstrapRole"));
        assertThat(fixture.stack("dkp").driftInformation().stackDriftStatusAsString())
                .isEqualTo("IN_SYNC");
    }

    @Test
    void goesBackToWhatWasThereIfItFails() {
        create();
        fixture.iam.updateRole(r -> r.roleName("dkp-bootstrapper-role").maxSessionDuration(3600));
        fixture.iam.createRole(r -> r.roleName("taken").assumeRolePolicyDocument(Trust.EC2));
        revert(LONG
                + Fixture.withRole("Extra", "taken")
                        .substring(Fixture.template().length()));
        sets.execute("revert");

        assertThat(fixture.stack("dkp").stackStatusAsString()).isEqualTo("UPDATE_ROLLBACK_COMPLETE");
        assertThat(fixture.history("dkp")).contains("DKPBootstrapRole UPDATE_COMPLETE");
        assertThat(maxSession()).isEqualTo(3600);
    }

    @Test
    void findsNothingToDoWhereNothingHasDrifted() {
        create();
        fixture.iam.createPolicyVersion(r ->
                r.policyArn(Fixture.POLICY).policyDocument(Trust.ANY_POLICY).setAsDefault(true));
        DescribeChangeSetResponse set = revert(LONG);
        assertThat(set.statusAsString()).isEqualTo("FAILED");
        assertThat(set.statusReason()).startsWith("The submitted information didn't contain changes.");
    }

    @Test
    void isForUpdatesAlone() {
        for (ChangeSetType type : List.of(ChangeSetType.CREATE, ChangeSetType.IMPORT)) {
            assertThatThrownBy(
                            () -> sets.begin("revert", type, LONG, r -> r.deploymentMode(DeploymentMode.REVERT_DRIFT)))
                    .isInstanceOf(CloudFormationException.class)
                    .hasMessageContaining("REVERT_DRIFT is only valid for the change set type UPDATE");
        }
        assertThatThrownBy(() -> sets.begin("revert", ChangeSetType.UPDATE, LONG, r -> r.deploymentMode("OTHER")))
                .hasMessageContaining("Member must satisfy enum value set: [REVERT_DRIFT]");
    }

    private void create() {
        fixture.cloudFormation.createStack(
                Fixture.createRequest().templateBody(LONG).build());
        fixture.settle();
    }

    private DescribeChangeSetResponse revert(String template) {
        return sets.create(
                "revert", ChangeSetType.UPDATE, template, r -> r.deploymentMode(DeploymentMode.REVERT_DRIFT));
    }

    private int maxSession() {
        return fixture.iam
                .getRole(r -> r.roleName("dkp-bootstrapper-role"))
                .role()
                .maxSessionDuration();
    }
}
