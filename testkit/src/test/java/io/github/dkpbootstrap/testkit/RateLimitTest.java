// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class RateLimitTest {
    @Test
    void throttlesWhatIsBeyondTheLimitOfASecond() {
        try (Fixture fixture = new Fixture(builder -> builder.rateLimit("cloudformation:DescribeStacks", 2))) {
            fixture.cloudFormation.describeStacks();
            fixture.cloudFormation.describeStacks();
            assertThatThrownBy(fixture.cloudFormation::describeStacks).hasMessageContaining("Rate exceeded");
            fixture.cloudFormation.listStacks();
            fixture.clock.advance(Duration.ofSeconds(1));
            fixture.cloudFormation.describeStacks();

            LocalCall throttled = fixture.aws.calls().get(2);
            assertThat(throttled.httpStatus()).isEqualTo(OptionalInt.of(400));
            assertThat(throttled.fault()).contains(CallFault.throttled().on("cloudformation:DescribeStacks"));
        }
    }

    @Test
    void refusesLimitsThatAreNone() {
        assertThatThrownBy(() -> LocalAws.builder().rateLimit("DescribeStacks", 1))
                .hasMessage("'DescribeStacks' is no action");
        assertThatThrownBy(() -> LocalAws.builder().rateLimit("sts:GetCallerIdentity", 0))
                .hasMessage("A limit is at least 1 call per second, not 0");
    }
}
