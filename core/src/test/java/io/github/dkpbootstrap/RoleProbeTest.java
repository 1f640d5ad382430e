// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dkpbootstrap.policy.Effect;
import io.github.dkpbootstrap.policy.PolicyDocument;
import io.github.dkpbootstrap.testkit.CallFault;
import io.github.dkpbootstrap.testkit.LocalAws;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.sts.model.AssumeRoleResponse;

/** Whether the role can be assumed already is tried, told, and never a reason to fail. */
class RoleProbeTest {
    private static final String ASSUME = "sts:AssumeRole";

    private InProcessAccount account = new InProcessAccount();

    @AfterEach
    void close() {
        account.close();
    }

    private void restart(UnaryOperator<LocalAws.Builder> settings) {
        account.close();
        account = new InProcessAccount(settings);
    }

    private DkpDeployment probed(BootstrapClients clients, Duration budget) {
        DkpDeployment dkp = DkpBootstrap.using(clients).deploy(spec -> spec.roleProbe(budget));
        assertThat(dkp.outcome()).isEqualTo(DeploymentOutcome.CREATED);
        return dkp;
    }

    private long attempts() {
        return account.actions().stream().filter(ASSUME::equals).count();
    }

    @Test
    void isNotTriedUnlessTheSpecSaysSo() {
        assertThat(DkpBootstrap.using(account.clients).deploy().readiness()).isEmpty();
        assertThat(attempts()).isZero();
    }

    @Test
    void isAssumableOnceTheChangeHasArrivedEverywhere() {
        restart(settings -> settings.propagationDelay(Duration.ofSeconds(200)));

        DkpDeployment dkp = probed(account.clients, Duration.ofMinutes(2));

        assertThat(dkp.readiness()).contains(RoleReadiness.ASSUMABLE);
        assertThat(attempts()).isGreaterThan(3);
        assertThat(dkp.toString()).contains("readiness=ASSUMABLE");
    }

    @Test
    void isAssumableAtOnceWhereNothingIsLate() {
        assertThat(probed(account.clients, Duration.ofSeconds(10)).readiness()).contains(RoleReadiness.ASSUMABLE);
        assertThat(attempts()).isEqualTo(2);
    }

    @Test
    void isNotAssumableYetWhereTheBudgetIsShorterThanTheDelay() {
        restart(settings -> settings.propagationDelay(Duration.ofMinutes(10)));

        assertThat(probed(account.clients, Duration.ofSeconds(20)).readiness()).contains(RoleReadiness.NOT_YET);
        assertThat(attempts()).isBetween(5L, 11L);
    }

    @Test
    void isDeniedAtOnceByAnExplicitDeny() {
        BootstrapClients denied = account.clients(account.aws.createUser("denied", Allowed.allBut(ASSUME)));

        assertThat(probed(denied, Duration.ofMinutes(2)).readiness()).contains(RoleReadiness.DENIED);
        assertThat(attempts()).isEqualTo(1);
    }

    @Test
    void isDeniedAfterTwoMinutesWithoutAPermission() {
        BootstrapClients poor = account.clients(account.aws.createUser("poor", everythingButSts()));

        assertThat(probed(poor, Duration.ofSeconds(60)).readiness()).contains(RoleReadiness.NOT_YET);
        DkpDeployment again = DkpBootstrap.using(poor).deploy(BootstrapSpec.Builder::probeRole);

        assertThat(again.outcome()).isEqualTo(DeploymentOutcome.UNCHANGED);
        assertThat(again.readiness()).contains(RoleReadiness.DENIED);
    }

    @Test
    void isNotYetAssumableWhereCallsAreThrottledLostOrGarbled() {
        for (CallFault fault : List.of(
                CallFault.throttled(),
                CallFault.lostAfterEffect(),
                CallFault.reset(),
                CallFault.garbage(),
                CallFault.truncated(),
                CallFault.serverError(),
                CallFault.entityExpansion())) {
            restart(settings -> settings);
            account.aws.inject(fault.on(ASSUME).always());
            assertThat(probed(account.clients, Duration.ofMinutes(2)).readiness())
                    .as(fault.toString())
                    .contains(RoleReadiness.NOT_YET);
        }
    }

    @Test
    void isAssumableAfterFaultsThatPass() {
        account.aws.inject(CallFault.throttled().on(ASSUME).times(8));
        account.aws.inject(CallFault.garbage().on(ASSUME).onCall(9));

        assertThat(probed(account.clients, Duration.ofMinutes(2)).readiness()).contains(RoleReadiness.ASSUMABLE);
    }

    @Test
    void failsNothingWhenItIsInterrupted() {
        BootstrapClients interrupted = BootstrapClients.builder()
                .from(account.clients)
                .sleeper(duration -> {
                    if (account.actions().contains(ASSUME)) {
                        throw new InterruptedException();
                    }
                    account.clock.advance(duration);
                })
                .build();
        account.aws.inject(
                CallFault.refused("AccessDenied", 403, "no").on(ASSUME).always());

        DkpDeployment dkp = probed(interrupted, Duration.ofMinutes(2));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(dkp.readiness()).contains(RoleReadiness.NOT_YET);
    }

    @Test
    void showsNoCredentialsInLogsOrText() {
        Secrets secrets = new Secrets();
        try (RecordedLog log = RecordedLog.open()) {
            DkpDeployment dkp = probed(account.clients(secrets), Duration.ofMinutes(1));

            assertThat(secrets.seen).hasSize(6);
            String told = String.join(
                            "\n",
                            log.all().stream()
                                    .filter(line -> line.startsWith("io.github.dkpbootstrap"))
                                    .toList())
                    + dkp
                    + dkp.outputs();
            assertThat(told).isNotEmpty().doesNotContain(secrets.seen);
        }
    }

    private static PolicyDocument everythingButSts() {
        return PolicyDocument.builder()
                .addStatement(s -> s.effect(Effect.ALLOW)
                        .actions("cloudformation:*", "iam:*")
                        .resources("*"))
                .build();
    }

    /** What must never be told: keys and tokens of the sessions that the probe has opened. */
    private static final class Secrets implements ExecutionInterceptor {
        final List<String> seen = new CopyOnWriteArrayList<>();

        @Override
        public void afterUnmarshalling(Context.AfterUnmarshalling context, ExecutionAttributes attributes) {
            if (context.response() instanceof AssumeRoleResponse response) {
                seen.add(response.credentials().accessKeyId());
                seen.add(response.credentials().secretAccessKey());
                seen.add(response.credentials().sessionToken());
            }
        }
    }
}
