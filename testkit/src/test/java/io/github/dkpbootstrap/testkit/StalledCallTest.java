// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityRequest;

@Timeout(value = 30, unit = TimeUnit.SECONDS)
class StalledCallTest {
    private final Fixture fixture = new Fixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void waitsForNothingUntilTheClientGivesUp() {
        fixture.aws.inject(CallFault.stalled().on("sts:GetCallerIdentity").always());

        assertThatThrownBy(() -> fixture.sts.getCallerIdentity(GetCallerIdentityRequest.builder()
                        .overrideConfiguration(c -> c.apiCallTimeout(Duration.ofMillis(100)))
                        .build()))
                .isInstanceOfAny(ApiCallTimeoutException.class, ApiCallAttemptTimeoutException.class);
        assertThat(fixture.aws.calls().get(0).httpStatus()).isEmpty();
        assertThat(fixture.iam.listUsers().users()).hasSize(1);
    }

    @Test
    void isLetGoWhenFaultsAreTakenBack() {
        fixture.aws.inject(CallFault.stalled().on("sts:GetCallerIdentity"));
        CompletableFuture<String> arn = CompletableFuture.supplyAsync(
                () -> fixture.sts.getCallerIdentity().arn());
        awaitCall();
        assertThat(arn).isNotDone();

        fixture.aws.clearFaults();
        assertThat(arn.join()).endsWith("user/administrator");
        assertThat(fixture.aws.calls()).hasSize(2);
    }

    @Test
    void endsWithTheLocalAws() {
        fixture.aws.inject(CallFault.stalled().always());
        CompletableFuture<String> arn = CompletableFuture.supplyAsync(
                () -> fixture.sts.getCallerIdentity().arn());
        awaitCall();
        fixture.aws.close();
        assertThatThrownBy(arn::join)
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(SdkClientException.class);
    }

    private void awaitCall() {
        while (fixture.aws.calls().isEmpty()) {
            Thread.onSpinWait();
        }
    }
}
