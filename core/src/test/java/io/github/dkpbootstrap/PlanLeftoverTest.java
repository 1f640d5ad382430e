// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dkpbootstrap.testkit.CallFault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What plans that come to nothing leave behind: nothing. */
class PlanLeftoverTest {
    private final InProcessAccount account = new InProcessAccount();
    private final Bootstrapper bootstrapper = DkpBootstrap.using(account.clients);

    @AfterEach
    void close() {
        account.close();
    }

    private static CallFault refused(String action) {
        return CallFault.refused("AccessDenied", 403, "User is not authorized to perform: " + action)
                .on(action);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void aChangeSetThatMayNotBeReadIsThrownAwayWithItsShell(int call) {
        account.aws.inject(refused("cloudformation:DescribeChangeSet").onCall(call));

        assertThatThrownBy(bootstrapper::plan).isInstanceOf(StackOperationException.class);

        assertThat(bootstrapper.status().exists()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sts:GetCallerIdentity", "cloudformation:DeleteChangeSet", "cloudformation:DeleteStack"})
    void toCloseAPlanNeverThrows(String refusedAction) {
        DkpPlan plan = bootstrapper.plan();
        account.aws.inject(refused(refusedAction));

        assertThatCode(plan::close).doesNotThrowAnyException();
    }

    @Test
    void aPlanThatMayNotBeExecutedIsThrownAway() {
        bootstrapper.deploy();
        DkpPlan plan = bootstrapper.plan(spec -> spec.putTags("team", "a"));
        account.aws.inject(refused("cloudformation:ExecuteChangeSet"));

        assertThatThrownBy(plan::execute).isInstanceOf(StackOperationException.class);

        assertThat(account.clients
                        .cloudFormation()
                        .listChangeSets(r -> r.stackName("dkp-bootstrapper"))
                        .summaries())
                .isEmpty();
    }
}
