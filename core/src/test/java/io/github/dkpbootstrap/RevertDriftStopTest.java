// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A process that stops dead in the middle of a reversal: another call does the rest. */
class RevertDriftStopTest {
    private final LocalAccount account = new LocalAccount();
    private final Bootstrapper bootstrapper = DkpBootstrap.using(account.clients);
    private final Foreigner foreigner = new Foreigner(account.clients.iam());

    @AfterEach
    void close() {
        account.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DetectStackDrift",
                "CreateChangeSet",
                "DeleteChangeSet",
                "DetachRolePolicy",
                "DetachUserPolicy",
                "DetachGroupPolicy",
                "DeleteRolePolicy",
                "RemoveRoleFromInstanceProfile",
                "DeleteRolePermissionsBoundary",
                "DeletePolicyVersion",
                "CreatePolicyVersion",
                "UpdateRole"
            })
    void isMendedByAnotherCall(String action) {
        bootstrapper.deploy();
        foreigner.meddle();
        for (int i = 0; i < 3; i++) {
            foreigner.editPolicy(Foreigner.READ_ALL);
        }
        account.clients
                .iam()
                .updateRole(r -> r.roleName(Foreigner.ROLE).description("mine").maxSessionDuration(7200));

        stopsAfter(action, ForeignAccess.REMOVE);
        DriftReversion reversion = bootstrapper.revertDrift(spec -> spec.foreignAccess(ForeignAccess.REMOVE));

        assertThat(reversion.warnings()).isEmpty();
        assertThat(reversion.remaining()).isEmpty();
        assertThat(bootstrapper.drift().isInSync()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"CreateChangeSet", "ExecuteChangeSet", "DescribeStackEvents"})
    void isMendedByAnotherCallThatWaitsForTheChangeSet(String action) {
        bootstrapper.deploy();
        foreigner.editTrust(Foreigner.TRUST);
        foreigner.detachPolicy();

        stopsAfter(action, ForeignAccess.KEEP);
        DriftReversion reversion = bootstrapper.revertDrift();

        assertThat(reversion.isInSync()).isTrue();
        assertThat(bootstrapper.status().stackStatus()).contains("UPDATE_COMPLETE");
    }

    private void stopsAfter(String action, ForeignAccess foreignAccess) {
        Bootstrapper stopped = DkpBootstrap.using(account.clients(account.aws.administrator(), new StopAfter(action)));
        assertThatThrownBy(() -> stopped.revertDrift(spec -> spec.foreignAccess(foreignAccess)))
                .isInstanceOf(StopAfter.Stopped.class);
    }
}
