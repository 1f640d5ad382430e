// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.dkpbootstrap.deploy.StackOperation;
import io.github.dkpbootstrap.testkit.AccessKeys;
import io.github.dkpbootstrap.testkit.CallFault;
import io.github.dkpbootstrap.testkit.EarlyValidation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudformation.model.Capability;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetType;

/** What a plan that cannot be made tells, and leaves behind. */
class FailedPlanTest {
    private final InProcessAccount account =
            new InProcessAccount(settings -> settings.earlyValidation(EarlyValidation.ON));

    @AfterEach
    void close() {
        account.close();
    }

    /** Returns a bootstrapper in whose way somebody makes the role just before its change set is made. */
    private Bootstrapper raced(AccessKeys keys) {
        return DkpBootstrap.using(account.clients(
                keys,
                Before.call("CreateChangeSet", () -> new Foreigner(account.clients.iam()).createRole(Foreigner.ROLE))));
    }

    @Test
    void tellsWhatEarlyValidationFoundAndLeavesNothingBehind() {
        StackOperationException failure = catchThrowableOfType(
                StackOperationException.class,
                () -> raced(account.aws.administrator()).plan());

        assertThat(failure.operation()).isEqualTo(StackOperation.PLAN);
        assertThat(failure.resource()).contains(Templates.ROLE);
        assertThat(failure)
                .hasMessageContaining("A change set of stack")
                .hasMessageContaining("DKPBootstrapRole (AWS::IAM::Role) is NAME_CONFLICT_VALIDATION_FAILED")
                .hasMessageContaining("adopt() takes it into the stack");
        assertThat(DkpBootstrap.using(account.clients).status().exists()).isFalse();
    }

    @Test
    void leavesTheShellThatSomebodyElseHasMadeMeanwhile() {
        Bootstrapper raced = DkpBootstrap.using(account.clients(Before.call("CreateChangeSet", () -> {
            new Foreigner(account.clients.iam()).createRole(Foreigner.ROLE);
            account.clients
                    .cloudFormation()
                    .createChangeSet(r -> r.stackName(Templates.STACK)
                            .changeSetName("theirs")
                            .changeSetType(ChangeSetType.CREATE)
                            .capabilities(Capability.CAPABILITY_NAMED_IAM)
                            .templateBody("{\"Resources\":{\"Their\":{\"Type\":\"AWS::IAM::InstanceProfile\","
                                    + "\"Properties\":{\"Roles\":[\"dkp-bootstrapper-role\"]}}}}"));
        })));

        assertThatThrownBy(raced::plan).isInstanceOf(StackOperationException.class);

        assertThat(account.clients
                        .cloudFormation()
                        .listChangeSets(r -> r.stackName(Templates.STACK))
                        .summaries())
                .extracting(summary -> summary.changeSetName())
                .containsExactly("theirs");
    }

    @Test
    void warnsOnlyWhereTheCauseMayNotBeRead() {
        AccessKeys keys = account.aws.createUser("blind", Allowed.allBut("cloudformation:DescribeEvents"));

        try (RecordedLog log = RecordedLog.open()) {
            assertThatThrownBy(() -> raced(keys).plan())
                    .isExactlyInstanceOf(StackOperationException.class)
                    .hasMessageContaining("The change set (AWS::CloudFormation::Stack) is CHANGE_SET_FAILED");
            assertThat(log.warnings())
                    .singleElement()
                    .asString()
                    .contains("could not be read (cloudformation:DescribeEvents), so that its cause may stay unknown")
                    .contains("is not authorized to perform: cloudformation:DescribeEvents");
        }
    }

    @Test
    void namesThePermissionThatAChangeSetTakes() {
        AccessKeys keys = account.aws.createUser("poor", Allowed.allBut("cloudformation:CreateChangeSet"));

        assertThatThrownBy(() -> DkpBootstrap.using(account.clients(keys)).plan())
                .isExactlyInstanceOf(StackOperationException.class)
                .hasMessageContaining("PLAN of stack dkp-bootstrapper was refused by CloudFormation")
                .hasMessageContaining("Give the caller the permission cloudformation:CreateChangeSet");
    }

    @Test
    void survivesThrottlingLossAndGarbageOnEveryCallOfIt() {
        for (CallFault fault : new CallFault[] {
            CallFault.throttled(), CallFault.lostAfterEffect(), CallFault.garbage(), CallFault.truncated()
        }) {
            for (String action : new String[] {"CreateChangeSet", "DescribeChangeSet", "DeleteChangeSet"}) {
                account.aws.inject(fault.on("cloudformation:" + action));
            }
            try (DkpPlan plan = DkpBootstrap.using(account.clients).plan()) {
                assertThat(plan.changes()).hasSize(3);
            }
            assertThat(DkpBootstrap.using(account.clients).status().exists()).isFalse();
        }
    }
}
