// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dkpbootstrap.deploy.ChangeSetSnapshot;
import io.github.dkpbootstrap.deploy.PlannedStack;
import io.github.dkpbootstrap.deploy.StackDecision;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudformation.model.ChangeAction;
import software.amazon.awssdk.services.cloudformation.model.RequiresRecreation;
import software.amazon.awssdk.services.cloudformation.model.ResourceAttribute;
import software.amazon.awssdk.services.cloudformation.model.ResourceChange;

/** What a person reads of a plan. */
class PlanTextTest {
    private final InProcessAccount account = new InProcessAccount();
    private final Bootstrapper bootstrapper = DkpBootstrap.using(account.clients);

    @AfterEach
    void close() {
        account.close();
    }

    @Test
    void showsOfAnUpdateTheLinesThatDiffer() {
        account.aws
                .stack(Templates.STACK)
                .template(Templates.withLongSessions().replace("- ec2:RunInstances", "- ec2:StartInstances"))
                .reach("CREATE_COMPLETE");

        try (DkpPlan plan = bootstrapper.plan(spec -> spec.putTags("team", "a"))) {
            assertThat(plan.text()).isEqualTo("""
                    Stack dkp-bootstrapper (CREATE_COMPLETE): would be updated, 2 to change

                    ~ AWSIAMManagedPolicyDKPBootstrapper  AWS::IAM::ManagedPolicy  arn:aws:iam::123456789012:policy/dkp-bootstrapper-policy
                        PolicyDocument:
                                      "ec2:RevokeSecurityGroupIngress",
                            -         "ec2:StartInstances",
                            +         "ec2:RunInstances",
                                      "ec2:TerminateInstances",
                        Tags:
                            + [
                            +   {
                            +     "Key": "team",
                            +     "Value": "a"
                            +   }
                            + ]

                    ~ DKPBootstrapRole  AWS::IAM::Role  dkp-bootstrapper-role
                        MaxSessionDuration: - 7200
                        Tags:
                            + [
                            +   {
                            +     "Key": "team",
                            +     "Value": "a"
                            +   }
                            + ]
                    """);
        }
    }

    @Test
    void showsWhatAResourceIsMadeWith() {
        account.aws.stack(Templates.STACK).template(Templates.withoutProfile()).reach("CREATE_COMPLETE");

        try (DkpPlan plan = bootstrapper.plan(spec -> spec.outputs(BootstrapSpec.Outputs.OMITTED))) {
            assertThat(plan.text()).isEqualTo("""
                    Stack dkp-bootstrapper (CREATE_COMPLETE): would be updated, 1 to add

                    + AWSIAMInstanceProfileDKPBootstrapper  AWS::IAM::InstanceProfile
                        InstanceProfileName: + DKPBootstrapInstanceProfile
                        Roles:
                            + [
                            +   "dkp-bootstrapper-role"
                            + ]
                    """);
        }
    }

    @Test
    void saysThatOnlyTheStackItselfChanges() {
        bootstrapper.deploy();

        try (DkpPlan plan = bootstrapper.plan(spec -> spec.outputs(BootstrapSpec.Outputs.OMITTED))) {
            assertThat(plan.text()).isEqualTo("""
                    Stack dkp-bootstrapper (CREATE_COMPLETE): would be updated
                    No resource changes; outputs, tags or settings of the stack do.
                    """);
        }
    }

    @Test
    void pointsOutWhatIsReplacedRemovedImportedOrUnknown() {
        assertThat(text(
                        change(ChangeAction.MODIFY, "Role")
                                .replacement("True")
                                .scopeWithStrings("Properties")
                                .details(
                                        detail -> detail.target(target -> target.attribute(ResourceAttribute.PROPERTIES)
                                                .path("/Properties/Path")
                                                .beforeValue("/old/")
                                                .afterValue("/new/")
                                                .requiresRecreation(RequiresRecreation.ALWAYS)))
                                .build(),
                        change(ChangeAction.MODIFY, "Perhaps")
                                .replacement("Conditional")
                                .build(),
                        change(ChangeAction.REMOVE, "Old").build(),
                        change(ChangeAction.IMPORT, "Found").build(),
                        change(ChangeAction.DYNAMIC, "Later").build()))
                .isEqualTo("""
                        Stack dkp-bootstrapper: would be updated, 1 to import, 3 to change (2 of them replaced), 1 to remove

                        ~ Role  AWS::IAM::Role  id-of-Role  REPLACED
                            Path  (forces a replacement): /old/ -> /new/

                        ~ Perhaps  AWS::IAM::Role  id-of-Perhaps  MAY BE REPLACED

                        - Old  AWS::IAM::Role  id-of-Old

                        < Found  AWS::IAM::Role  id-of-Found

                        ? Later  AWS::IAM::Role  id-of-Later
                        """);
    }

    @Test
    void showsValuesThatAreNoJsonAsTheyAre() {
        assertThat(text(
                        change(ChangeAction.ADD, "Role").afterContext("{broken").build(),
                        change(ChangeAction.MODIFY, "Other")
                                .details(detail -> detail.target(target -> target.attribute(ResourceAttribute.TAGS)
                                        .name("note")
                                        .beforeValue("{not json")
                                        .afterValue("[nor this\nand more")))
                                .build()))
                .endsWith("""

                        + Role  AWS::IAM::Role  id-of-Role

                        ~ Other  AWS::IAM::Role  id-of-Other
                            /Tags/note:
                                - {not json
                                + [nor this
                                + and more
                        """);
    }

    private String text(ResourceChange... changes) {
        ChangeSetSnapshot changeSet = ChangeSetSnapshot.builder()
                .id("arn")
                .stackId("arn")
                .status("CREATE_COMPLETE")
                .executionStatus("AVAILABLE")
                .changes(List.of(changes))
                .build();
        PlannedStack plan = new PlannedStack(StackDecision.UPDATE, Optional.empty(), Optional.of(changeSet), List.of());
        return new DkpPlan(BootstrapSpec.defaults(), plan, bootstrapper).text();
    }

    private static ResourceChange.Builder change(ChangeAction action, String logicalId) {
        return ResourceChange.builder()
                .action(action)
                .logicalResourceId(logicalId)
                .physicalResourceId("id-of-" + logicalId)
                .resourceType("AWS::IAM::Role");
    }
}
