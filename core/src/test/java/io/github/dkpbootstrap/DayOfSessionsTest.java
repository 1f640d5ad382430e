// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dkpbootstrap.policy.ConditionOperator;
import io.github.dkpbootstrap.policy.Effect;
import io.github.dkpbootstrap.policy.JsonLayout;
import io.github.dkpbootstrap.policy.PolicyDocument;
import io.github.dkpbootstrap.testkit.AccessKeys;
import io.github.dkpbootstrap.testkit.CallFault;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.sts.model.Credentials;

/** A day in the life of a session that 64 threads use, with everything that goes wrong with STS and IAM in it. */
class DayOfSessionsTest {
    private static final int DAY_IN_MINUTES = 24 * 60;
    private static final String ASSUME = "sts:AssumeRole";
    private static final PolicyDocument MAY_ASSUME = PolicyDocument.builder()
            .addStatement(s -> s.effect(Effect.ALLOW).actions("sts:*").resources("*"))
            .build();

    @Test
    void noExpiredCredentialIsServedAndNobodyWaitsNeedlesslyWhateverGoesWrong() {
        try (InProcessAccount account = new InProcessAccount(s -> s.propagationDelay(Duration.ofSeconds(150)))) {
            AccessKeys alice = account.aws.createUser("alice", MAY_ASSUME);
            DkpDeployment dkp = DkpBootstrap.using(account.clients).deploy();
            try (SessionDay day = new SessionDay(account, dkp, alice)) {
                theRoleIsNewAndNotYetKnown(day);
                aQuietMorning(day);
                anOutageIsServedThrough(day);
                anOutageOutlastsTheCredentials(day);
                callsAreThrottled(day);
                theClockGoesWrong(day);
                theSessionsAreRevoked(day);
                theRoleIsMadeAnew(day);
                theSourceExpires(day);
                aQuietEvening(day);
                report(day);
            }
        }
    }

    private static void served(Crowd.Answer answer) {
        assertThat(answer.failure()).as("why there are no credentials").isNull();
    }

    private static void theRoleIsNewAndNotYetKnown(SessionDay day) {
        day.minute(DayOfSessionsTest::served);
        assertThat(day.stsCalls()).as("denied at first, and tried again").isGreaterThan(1);
        day.pass(3, DayOfSessionsTest::served); // until its policy is known too
        assertThat(day.use()).isEqualTo("OK");
    }

    private static void aQuietMorning(SessionDay day) {
        long before = day.stsCalls();
        day.pass(180, DayOfSessionsTest::served);
        assertThat(day.stsCalls() - before).as("one call each 45 minutes").isEqualTo(4);
        assertThat(day.warnings()).isZero();
    }

    /** It begins when credentials have an hour left at most, and ends before they do. */
    private static void anOutageIsServedThrough(SessionDay day) {
        day.pass(35, DayOfSessionsTest::served);
        long warnings = day.warnings();
        day.account.aws.inject(CallFault.serverError().on(ASSUME).always());
        day.pass(20, DayOfSessionsTest::served);
        assertThat(day.warnings() - warnings).as("one warning for the outage").isEqualTo(1);
        day.account.aws.clearFaults();
        day.pass(60, DayOfSessionsTest::served);
        assertThat(day.warnings() - warnings).isEqualTo(1);
    }

    private static void anOutageOutlastsTheCredentials(SessionDay day) {
        long warnings = day.warnings();
        day.account.aws.inject(CallFault.unavailable().on(ASSUME).always());
        AtomicInteger served = new AtomicInteger();
        AtomicInteger failed = new AtomicInteger();
        day.pass(90, answer -> (answer.failure() == null ? served : failed).incrementAndGet());
        assertThat(served).hasValueGreaterThan(15 * SessionDay.THREADS);
        assertThat(failed).hasValueGreaterThanOrEqualTo(30 * SessionDay.THREADS);
        assertThat(day.warnings() - warnings).as("one warning for the outage").isEqualTo(1);
        day.account.aws.clearFaults();
        day.pass(60, DayOfSessionsTest::served);
        assertThat(day.use()).isEqualTo("OK");
    }

    private static void callsAreThrottled(SessionDay day) {
        day.account.aws.inject(CallFault.throttled().on(ASSUME).times(7));
        day.pass(60, DayOfSessionsTest::served);
        day.account.aws.clearFaults();
    }

    private static void theClockGoesWrong(SessionDay day) {
        day.clock.ahead(Duration.ofMinutes(4));
        day.pass(100, DayOfSessionsTest::served);
        day.clock.ahead(Duration.ofMinutes(-4));
        day.pass(100, DayOfSessionsTest::served);
        day.clock.ahead(Duration.ZERO);
        day.pass(50, DayOfSessionsTest::served);
    }

    /** As the console's Revoke active sessions does it. */
    private static void theSessionsAreRevoked(SessionDay day) {
        day.invalidate();
        day.pass(2, DayOfSessionsTest::served);
        IamClient iam = day.account.clients.iam();
        PolicyDocument revoked = PolicyDocument.builder()
                .addStatement(s -> s.effect(Effect.DENY)
                        .actions("*")
                        .resources("*")
                        .condition(
                                ConditionOperator.parse("DateLessThan"),
                                "aws:TokenIssueTime",
                                day.account.clock.instant().toString()))
                .build();
        iam.putRolePolicy(r -> r.roleName("dkp-bootstrapper-role")
                .policyName("AWSRevokeOlderSessions")
                .policyDocument(revoked.toJson(JsonLayout.MINIFIED)));
        day.pass(3, DayOfSessionsTest::served); // until the policy is known everywhere
        assertThat(day.use()).isEqualTo("AccessDenied");
        day.invalidate();
        day.pass(1, DayOfSessionsTest::served);
        assertThat(day.use()).isEqualTo("OK");
        iam.deleteRolePolicy(r -> r.roleName("dkp-bootstrapper-role").policyName("AWSRevokeOlderSessions"));
    }

    private static void theRoleIsMadeAnew(SessionDay day) {
        DkpBootstrap.using(day.account.clients).destroy();
        DkpBootstrap.using(day.account.clients).deploy();
        day.pass(4, DayOfSessionsTest::served);
        assertThat(day.use()).as("the session is of the role that is gone").isEqualTo("InvalidClientTokenId");
        day.invalidate();
        day.pass(30, DayOfSessionsTest::served);
        assertThat(day.use()).isEqualTo("OK");
    }

    private static void theSourceExpires(SessionDay day) {
        AwsCredentials alice = day.source;
        Credentials signIn = day.signIn(Duration.ofMinutes(15));
        day.source =
                AwsSessionCredentials.create(signIn.accessKeyId(), signIn.secretAccessKey(), signIn.sessionToken());
        AtomicInteger failed = new AtomicInteger();
        day.pass(110, answer -> {
            if (answer.failure() != null) {
                failed.incrementAndGet();
                assertThat(answer.failure()).hasMessageContaining("have themselves expired");
            }
        });
        assertThat(failed).hasPositiveValue();
        day.source = alice;
        day.pass(1, DayOfSessionsTest::served);
    }

    private static void aQuietEvening(SessionDay day) {
        day.pass(DAY_IN_MINUTES - day.minutesPassed, DayOfSessionsTest::served);
        assertThat(day.use()).isEqualTo("OK");
    }

    private static void report(SessionDay day) {
        assertThat(day.expired).as("expired credentials served").isZero();
        assertThat(day.needlessWaits)
                .as("who waited though there were valid credentials")
                .isZero();
        System.out.printf(
                "A day of sessions: %,d answers, %,d without credentials, %,d waited (none while there were valid ones), "
                        + "%d calls of AssumeRole, %d warnings, expired served: %d; resolveIdentity returned within %,d us "
                        + "(median), %,d us (99 %%), %,d us (all) to %d threads on %d processors%n",
                day.answers,
                day.failures,
                day.waits,
                day.stsCalls(),
                day.warnings(),
                day.expired,
                day.handedOverMicros(0.5),
                day.handedOverMicros(0.99),
                day.handedOverMicros(1),
                SessionDay.THREADS,
                Runtime.getRuntime().availableProcessors());
        assertThat(day.stsCalls()).as("calls of AssumeRole in a day").isLessThan(400);
    }
}
