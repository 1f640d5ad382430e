// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dkpbootstrap.testkit.CallFault;
import io.github.dkpbootstrap.testkit.LocalCall;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.exception.SdkException;

/** Answers that no AWS service gives: each ends in the right result or in an error, and never in a stack made twice. */
class HostileAnswersTest {
    private static final String HTML = "<html><head><title>Proxy</title></head><body><p>Sign in</p></body></html>";
    private static final List<Supplier<CallFault>> HOSTILE = List.of(
            CallFault::garbage,
            CallFault::truncated,
            CallFault::entityExpansion,
            CallFault::serverError,
            () -> CallFault.answer(200, "text/html", HTML),
            () -> CallFault.answer(200, "text/html", "<html><br>not closed"),
            () -> CallFault.answer(200, "text/xml", ""),
            () -> CallFault.answer(200, "application/json", "{\"a\":1}"),
            () -> CallFault.answer(200, "text/xml", "<Answer><Stacks/></Answer>"),
            () -> CallFault.answer(403, "text/html", HTML),
            () -> CallFault.answer(400, "text/html", HTML),
            () -> CallFault.answer(502, "text/html", HTML),
            () -> CallFault.answer(302, "text/html", HTML));

    private static final List<String> ACTIONS = List.of(
            "sts:GetCallerIdentity",
            "cloudformation:DescribeStacks",
            "cloudformation:DescribeStackEvents",
            "cloudformation:DescribeStackResources",
            "cloudformation:GetTemplate",
            "cloudformation:CreateStack",
            "cloudformation:UpdateStack",
            "cloudformation:DeleteStack",
            "iam:GetRole");

    private final InProcessAccount account = new InProcessAccount();
    private final Bootstrapper bootstrapper = DkpBootstrap.using(account.clients);

    @AfterEach
    void close() {
        account.close();
    }

    static List<Supplier<CallFault>> hostile() {
        return HOSTILE;
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void doNotKeepAWholeLifeFromItsEndWhenTheyComeOncePerAction(Supplier<CallFault> fault) {
        for (String action : ACTIONS) {
            account.aws.inject(fault.get().on(action));
        }
        assertThat(bootstrapper.deploy().outcome()).isIn(DeploymentOutcome.CREATED, DeploymentOutcome.UNCHANGED);
        for (String action : ACTIONS) {
            account.aws.inject(fault.get().on(action));
        }
        assertThat(bootstrapper.deploy(spec -> spec.putTags("team", "a")).outcome())
                .isIn(DeploymentOutcome.UPDATED, DeploymentOutcome.UNCHANGED);
        for (String action : ACTIONS) {
            account.aws.inject(fault.get().on(action));
        }
        assertThat(bootstrapper.destroy()).isEqualTo(DestroyOutcome.DESTROYED);
        account.aws.clearFaults();
        assertThat(bootstrapper.status().exists()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void endInAnErrorWithinTheTimeWhenNothingElseComes(Supplier<CallFault> fault) {
        Instant start = account.clock.instant();
        account.aws.inject(fault.get().on("cloudformation:DescribeStacks").always());

        assertThatThrownBy(bootstrapper::deploy).isInstanceOfAny(BootstrapException.class, SdkException.class);

        assertThat(account.aws.calls()).extracting(LocalCall::action).doesNotContain("cloudformation:CreateStack");
        assertThat(Duration.between(start, account.clock.instant())).isLessThan(Duration.ofMinutes(31));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void doNotEndADeploymentWhilePollsAloneAreConcerned(Supplier<CallFault> fault) {
        account.aws.inject(
                fault.get().on("cloudformation:DescribeStackEvents").onCall(2).times(40));

        assertThat(bootstrapper.deploy().outcome()).isEqualTo(DeploymentOutcome.CREATED);
    }
}
