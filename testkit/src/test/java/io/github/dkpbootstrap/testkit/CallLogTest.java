// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.services.cloudformation.model.Parameter;

class CallLogTest {
    private final Fixture fixture = new Fixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void tellsWhoCalledWhatWhenAndHowItEnded() {
        fixture.sts.getCallerIdentity();
        assertThatThrownBy(() -> fixture.cloudFormation.describeStacks(r -> r.stackName("none")))
                .isInstanceOf(RuntimeException.class);

        List<LocalCall> calls = fixture.aws.calls();
        assertThat(calls)
                .extracting(LocalCall::action)
                .containsExactly("sts:GetCallerIdentity", "cloudformation:DescribeStacks");
        LocalCall last = calls.get(1);
        assertThat(last.caller()).contains(fixture.aws.administrator().userArn());
        assertThat(last.time()).isBetween(fixture.clock.instant().minusMillis(1), fixture.clock.instant());
        assertThat(last.parameters()).containsEntry("StackName", "none").containsEntry("Action", "DescribeStacks");
        assertThat(last.httpStatus()).hasValue(400);
        assertThat(last.fault()).isEmpty();
        fixture.aws.forgetCalls();
        assertThat(fixture.aws.calls()).isEmpty();
        assertThat(calls).hasSize(2);
    }

    @Test
    void namesTheFaultThatACallMet() {
        CallFault fault = CallFault.lostBeforeEffect().on("sts:GetCallerIdentity");
        fixture.aws.inject(fault);
        fixture.sts.getCallerIdentity();

        assertThat(fixture.aws.calls().get(0).fault()).contains(fault);
        assertThat(fixture.aws.calls().get(0).httpStatus()).isEmpty();
        assertThat(fixture.aws.calls().get(1).fault()).isEmpty();
    }

    @Test
    void keepsSecretsToItself() {
        fixture.cloudFormation.createStack(Fixture.createRequest()
                .clientRequestToken("token-1")
                .templateBody("Parameters: {P: {Type: String}}\n" + Fixture.template())
                .parameters(Parameter.builder()
                        .parameterKey("P")
                        .parameterValue("hunter2")
                        .build())
                .build());

        LocalCall call = fixture.aws.calls().get(0);
        assertThat(call.parameters()).containsKeys("ClientRequestToken", "Parameters.member.1.ParameterKey");
        assertThat(call.toString())
                .doesNotContain("hunter2", fixture.aws.administrator().secretAccessKey());
    }

    @Test
    void keepsExternalIdsToItself() {
        String role = AssumedSession.role(fixture, "worker", Trust.ACCOUNT);
        AssumedSession.assume(fixture.sts, role, r -> r.externalId("between-us"));

        assertThat(fixture.aws.calls().get(1).parameters())
                .containsKey("RoleSessionName")
                .doesNotContainKey("ExternalId");
        assertThat(fixture.aws.calls().toString()).doesNotContain("between-us");
    }

    @Test
    void doesNotKnowCallersOfUnknownKeys() {
        assertThatThrownBy(fixture.sts(AwsBasicCredentials.create("AKIAUNKNOWN", "secret"))::getCallerIdentity)
                .isInstanceOf(RuntimeException.class);
        assertThat(fixture.aws.calls().get(0).caller()).isEmpty();
        assertThat(fixture.aws.calls().get(0).action()).isEqualTo("sts:GetCallerIdentity");
    }

    @Test
    void forgetsTheOldestOfTenThousandCalls() {
        LocalRequest request = LocalRequest.of("POST", java.net.URI.create("/"), java.util.Map.of(), new byte[0]);
        fixture.sts.getCallerIdentity();
        for (int i = 0; i < 10_000; i++) {
            fixture.aws.handle(request);
        }
        assertThat(fixture.aws.calls())
                .hasSize(10_000)
                .extracting(LocalCall::action)
                .doesNotContain("sts:GetCallerIdentity");
    }
}
