// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.SocketException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.StsException;

/** Calls that fail, as a client of the SDK without retries sees them through a socket. */
class CallFaultTest {
    private static final String CREATE = "cloudformation:CreateStack";

    private final Fixture fixture = new Fixture();
    private final LocalAws aws = fixture.aws;
    private final CloudFormationClient cloudFormation = CloudFormationClient.builder()
            .endpointOverride(aws.endpoint())
            .region(software.amazon.awssdk.regions.Region.of(aws.region()))
            .credentialsProvider(() -> Fixture.basic(aws.administrator()))
            .overrideConfiguration(c -> c.retryStrategy(AwsRetryStrategy.doNotRetry()))
            .build();
    private final StsClient sts = StsClient.builder()
            .endpointOverride(aws.endpoint())
            .region(software.amazon.awssdk.regions.Region.of(aws.region()))
            .credentialsProvider(() -> Fixture.basic(aws.administrator()))
            .overrideConfiguration(c -> c.retryStrategy(AwsRetryStrategy.doNotRetry()))
            .build();

    @AfterEach
    void close() {
        cloudFormation.close();
        sts.close();
        fixture.close();
    }

    @Test
    void refusesOneCallWithTheErrorThatIsWanted() {
        aws.inject(CallFault.refused("InsufficientCapabilitiesException", 400, "Requires capabilities"));

        assertThatThrownBy(this::create).isInstanceOfSatisfying(CloudFormationException.class, e -> {
            assertThat(e.statusCode()).isEqualTo(400);
            assertThat(e.awsErrorDetails().errorCode()).isEqualTo("InsufficientCapabilitiesException");
            assertThat(e.awsErrorDetails().errorMessage()).isEqualTo("Requires capabilities");
        });
        create();
        assertThat(fixture.stack("dkp").stackStatusAsString()).isEqualTo("CREATE_IN_PROGRESS");
    }

    @Test
    void throttlesAsAwsDoes() {
        aws.inject(CallFault.throttled());
        SdkException throttled = catchThrowableOfType(CloudFormationException.class, this::create);
        assertThat(((CloudFormationException) throttled).isThrottlingException())
                .isTrue();

        aws.inject(CallFault.serverError());
        assertThat(catchThrowableOfType(CloudFormationException.class, this::create)
                        .statusCode())
                .isEqualTo(500);
        aws.inject(CallFault.unavailable());
        assertThat(catchThrowableOfType(CloudFormationException.class, this::create)
                        .statusCode())
                .isEqualTo(503);
        assertThat(exists()).isFalse();
    }

    @Test
    void losesACallBeforeItsEffect() {
        aws.inject(CallFault.lostBeforeEffect());
        assertThatThrownBy(this::create).isInstanceOf(SdkClientException.class);
        assertThat(exists()).isFalse();
    }

    @Test
    void losesAnAnswerAfterTheEffect() {
        aws.inject(CallFault.lostAfterEffect());
        assertThatThrownBy(this::create).isInstanceOf(SdkClientException.class);
        assertThat(exists()).isTrue();
    }

    @Test
    void resetsTheConnection() {
        sts.getCallerIdentity();
        aws.inject(CallFault.reset().on(CREATE));
        assertThatThrownBy(this::create)
                .isInstanceOf(SdkClientException.class)
                .hasRootCauseInstanceOf(SocketException.class)
                .hasMessageContaining("reset");
        assertThat(exists()).isFalse();
    }

    @Test
    void answersGarbageAndCutsAnswersInTheMiddle() {
        aws.inject(CallFault.garbage());
        assertThatThrownBy(this::create).isInstanceOf(SdkException.class);
        assertThat(exists()).isFalse();

        aws.inject(CallFault.truncated());
        assertThatThrownBy(this::create).isInstanceOf(SdkException.class);
        assertThat(exists()).isTrue();
    }

    @Test
    void answersWithEntitiesThatExpand() {
        aws.inject(CallFault.entityExpansion());
        assertThatThrownBy(this::create).isInstanceOf(SdkException.class);
        assertThat(exists()).isFalse();
    }

    @Test
    void answersWhateverIsWanted() {
        aws.inject(CallFault.answer(
                200,
                "text/xml",
                "<GetCallerIdentityResponse><GetCallerIdentityResult><Arn>arn:aws:iam::1:root</Arn>"
                        + "</GetCallerIdentityResult></GetCallerIdentityResponse>"));
        assertThat(sts.getCallerIdentity().arn()).isEqualTo("arn:aws:iam::1:root");
    }

    @Test
    void advancesTheVirtualClockWhileAnAnswerIsSlow() {
        Instant before = fixture.clock.instant();
        aws.inject(CallFault.slow(Duration.ofMinutes(3)));
        create();
        assertThat(Duration.between(before, fixture.clock.instant())).isEqualTo(Duration.ofMinutes(3));
        assertThat(fixture.stack("dkp").creationTime()).isBefore(before.plusSeconds(1));
        assertThat(fixture.stack("dkp").stackStatusAsString()).isEqualTo("CREATE_COMPLETE");
    }

    @Test
    void countsTheCallsOfItsActionOnly() {
        aws.inject(CallFault.serverError().on("sts:GetCallerIdentity").onCall(2).times(2));
        aws.inject(CallFault.throttled().on("sts:*").onCall(3));

        create();
        sts.getCallerIdentity();
        assertThatThrownBy(sts::getCallerIdentity).isInstanceOf(StsException.class);
        assertThatThrownBy(sts::getCallerIdentity).hasMessageContaining("unknown error");
        sts.getCallerIdentity();
    }

    @Test
    void goesOnUntilTheFaultsAreCleared() {
        aws.inject(CallFault.throttled().always());
        assertThatThrownBy(sts::getCallerIdentity).hasMessageContaining("Rate exceeded");
        assertThatThrownBy(sts::getCallerIdentity).hasMessageContaining("Rate exceeded");
        aws.clearFaults();
        sts.getCallerIdentity();
    }

    @Test
    void countsWhatTheSdkSendsAgain() {
        aws.inject(CallFault.lostAfterEffect().on("sts:GetCallerIdentity").times(2));
        fixture.sts.getCallerIdentity();
        assertThat(aws.calls()).hasSize(3);
    }

    @Test
    void refusesFaultsThatCannotHappen() {
        assertThatThrownBy(() -> CallFault.refused("OK", 200, "")).hasMessageContaining("400 to 599");
        assertThatThrownBy(() -> CallFault.answer(99, "text/xml", "")).hasMessageContaining("200 to 599");
        assertThatThrownBy(() -> CallFault.answer(200, "a\r\nb: c", "")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CallFault.throttled().on("CreateStack")).hasMessageContaining("service:Action");
        assertThatThrownBy(() -> CallFault.throttled().onCall(0)).hasMessageContaining("from 1");
        assertThatThrownBy(() -> CallFault.throttled().times(0)).hasMessageContaining("at least once");
        assertThatThrownBy(() -> CallFault.slow(Duration.ofSeconds(-1))).hasMessageContaining("late");
    }

    private void create() {
        cloudFormation.createStack(Fixture.createRequest().build());
    }

    private boolean exists() {
        return cloudFormation.describeStacks().hasStacks()
                && !cloudFormation.describeStacks().stacks().isEmpty();
    }
}
