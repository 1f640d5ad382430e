// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.dkpbootstrap.sts.DkpSession;
import io.github.dkpbootstrap.sts.InvalidSessionException;
import io.github.dkpbootstrap.sts.UnableToAssumeRoleException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sts.StsClient;

/** Sessions that a deployment opens. */
class DeploymentSessionTest {
    private final InProcessAccount account = new InProcessAccount();
    private final Bootstrapper bootstrapper = DkpBootstrap.using(account.clients);

    @AfterEach
    void close() {
        account.close();
    }

    @Test
    void bearWithADenialRightAfterAChange() {
        DkpDeployment dkp = bootstrapper.deploy();
        account.clock.advance(Duration.ofSeconds(30));
        Instant start = account.clock.instant();

        UnableToAssumeRoleException failure = denied(dkp);

        assertThat(Duration.between(start, account.clock.instant())).isEqualTo(Duration.ofSeconds(90));
        assertThat(failure).hasMessageContaining("no delay of propagation");
    }

    @Test
    void doNotBearWithOneLater() {
        DkpDeployment created = bootstrapper.deploy();
        account.clock.advance(Duration.ofMinutes(3));
        Instant start = account.clock.instant();

        denied(created);
        denied(bootstrapper.deploy());

        assertThat(account.clock.instant()).isEqualTo(start);
    }

    @Test
    void sayWhichPolicyIsLacking() {
        bootstrapper.deploy();
        int before = account.actions().size();

        UnableToAssumeRoleException failure = denied(bootstrapper.deploy());

        assertThat(failure)
                .hasMessageContaining("The role's trust policy lets the caller in")
                .hasMessageContaining("none of their 0 policies allows sts:AssumeRole");
        assertThat(account.actions().subList(before, account.actions().size()))
                .contains("iam:GetRole", "iam:ListUserPolicies", "iam:ListGroupsForUser");
    }

    @Test
    void areHeldAgainstTheLongestSessionOfTheRole() {
        DkpDeployment dkp = bootstrapper.deploy();

        assertThatThrownBy(() -> dkp.openSession(session -> session.duration(Duration.ofHours(2))))
                .isInstanceOf(InvalidSessionException.class);
        account.clients
                .iam()
                .updateRole(r -> r.roleName("dkp-bootstrapper-role").maxSessionDuration(7_200));
        try (DkpSession session = dkp.openSession(settings -> settings.duration(Duration.ofHours(2)))) {
            assertThat(session.issued().accessKeyId()).startsWith("ASIA");
        }
    }

    private UnableToAssumeRoleException denied(DkpDeployment dkp) {
        String name = "weak-" + account.actions().size();
        StsClient weak = account.clients(account.aws.createUser(name)).sts();
        try (DkpSession session = dkp.openSession(settings -> settings.stsClient(weak))) {
            return catchThrowableOfType(UnableToAssumeRoleException.class, session::issued);
        }
    }
}
