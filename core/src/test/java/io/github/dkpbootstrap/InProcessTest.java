// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dkpbootstrap.testkit.CallFault;
import io.github.dkpbootstrap.testkit.LocalCall;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;

/** The whole deployment without a socket, and what reaches it of the faults of calls. */
class InProcessTest {
    private final InProcessAccount account = new InProcessAccount();
    private final Bootstrapper bootstrapper = DkpBootstrap.using(account.clients);

    @AfterEach
    void close() {
        account.close();
    }

    @Test
    void deploysTheWholeStack() {
        DkpDeployment deployment = bootstrapper.deploy();

        assertThat(deployment.outputs().roleArn().toString()).endsWith(":role/dkp-bootstrapper-role");
        assertThat(bootstrapper.status().exists()).isTrue();
        assertThat(account.aws.calls()).extracting(LocalCall::action).contains("cloudformation:CreateStack");
    }

    @Test
    void sendsALostCallAgainAtOnce() {
        account.aws.inject(
                CallFault.lostAfterEffect().on("cloudformation:CreateStack").times(2));
        bootstrapper.deploy();

        assertThat(account.aws.calls())
                .extracting(LocalCall::action)
                .filteredOn("cloudformation:CreateStack"::equals)
                .hasSize(3);
    }

    @Test
    void showsALostConnectionAsTheSdkDoes() {
        account.aws.inject(CallFault.reset().on("sts:GetCallerIdentity").always());
        assertThatThrownBy(() -> account.clients.sts().getCallerIdentity())
                .isInstanceOf(SdkClientException.class)
                .hasMessageContaining("Connection reset");
    }
}
