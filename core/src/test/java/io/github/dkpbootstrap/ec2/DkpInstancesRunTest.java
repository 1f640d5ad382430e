// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.ec2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.dkpbootstrap.InvalidBootstrapSpecException;
import io.github.dkpbootstrap.ec2.InstanceProfileException.Reason;
import io.github.dkpbootstrap.testkit.VirtualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.HttpTokensState;
import software.amazon.awssdk.services.ec2.model.InstanceMetadataEndpointState;
import software.amazon.awssdk.services.ec2.model.RunInstancesRequest;

/** Instances started with the profile. */
class DkpInstancesRunTest {
    private static final String PROFILE = "arn:aws:iam::123456789012:instance-profile/DKPBootstrapInstanceProfile";
    private static final RunInstancesRequest REQUEST = RunInstancesRequest.builder()
            .imageId("ami-1")
            .instanceType("t3.large")
            .minCount(1)
            .maxCount(1)
            .build();

    private final FakeEc2 ec2 = new FakeEc2();
    private final VirtualClock clock = VirtualClock.atPresent();
    private final DkpInstances instances = DkpInstances.ofProfile(PROFILE).withTime(clock, clock::advance);

    @Test
    void carryTheProfileAndGiveItOutToTokensAlone() {
        assertThat(instances.run(ec2, REQUEST).instances()).hasSize(1);

        assertThat(ec2.launches).singleElement().satisfies(sent -> {
            assertThat(sent.iamInstanceProfile().arn()).isEqualTo(PROFILE);
            assertThat(sent.metadataOptions().httpTokens()).isEqualTo(HttpTokensState.REQUIRED);
            assertThat(sent.metadataOptions().httpEndpoint()).isEqualTo(InstanceMetadataEndpointState.ENABLED);
            assertThat(sent.imageId()).isEqualTo("ami-1");
            assertThat(sent.clientToken()).startsWith("dkp-").hasSizeLessThanOrEqualTo(64);
        });
    }

    @Test
    void keepWhatElseTheRequestSays() {
        RunInstancesRequest prepared = instances
                .prepare(REQUEST.toBuilder()
                        .clientToken("mine")
                        .metadataOptions(options -> options.httpPutResponseHopLimit(2)))
                .build();

        assertThat(prepared.metadataOptions().httpPutResponseHopLimit()).isEqualTo(2);
        assertThat(prepared.metadataOptions().httpTokens()).isEqualTo(HttpTokensState.REQUIRED);
        instances.run(ec2, prepared);
        assertThat(ec2.launches.get(0).clientToken()).isEqualTo("mine");
    }

    @Test
    void goByTheNameWhereNoMoreIsKnown() {
        DkpInstances.ofProfile("mine").run(ec2, REQUEST);

        assertThat(ec2.launches.get(0).iamInstanceProfile().name()).isEqualTo("mine");
        assertThat(ec2.launches.get(0).iamInstanceProfile().arn()).isNull();
    }

    @Test
    void areStartedOnceEc2KnowsTheProfileByOneToken() {
        ec2.refusals.add(FakeEc2.unknownProfile());
        ec2.refusals.add(FakeEc2.error(
                "InvalidParameterValue", "IAM Instance Profile \"" + PROFILE + "\" has no associated IAM Roles"));
        ec2.refusals.add(FakeEc2.error("IAM.InvalidInstanceProfile", "The profile is invalid"));
        Instant start = clock.instant();

        instances.run(ec2, REQUEST);

        assertThat(ec2.launches).hasSize(4);
        assertThat(ec2.launches)
                .extracting(RunInstancesRequest::clientToken)
                .containsOnly(ec2.launches.get(0).clientToken());
        assertThat(Duration.between(start, clock.instant())).isEqualTo(Duration.ofSeconds(2 + 4 + 8));
    }

    @Test
    void areGivenUpAtTheEndOfTheBudget() {
        ec2.refusals.addAll(Collections.nCopies(100, FakeEc2.unknownProfile()));
        Instant start = clock.instant();

        InstanceProfileException failure =
                catchThrowableOfType(InstanceProfileException.class, () -> instances.run(ec2, REQUEST));

        assertThat(failure.reason()).isEqualTo(Reason.BUDGET_SPENT);
        assertThat(failure.awsCode()).contains("InvalidParameterValue");
        assertThat(failure).hasMessageContaining("PT2M").hasMessageContaining("Invalid IAM Instance Profile name");
        assertThat(Duration.between(start, clock.instant())).isEqualTo(Duration.ofMinutes(2));
    }

    @Test
    void areNotAskedForAgainWithoutThePermission() {
        ec2.refusals.add(FakeEc2.error(
                "UnauthorizedOperation",
                "You are not authorized to perform this operation. Encoded authorization failure message: abcdef"));

        InstanceProfileException failure =
                catchThrowableOfType(InstanceProfileException.class, () -> instances.run(ec2, REQUEST));

        assertThat(failure.reason()).isEqualTo(Reason.NOT_AUTHORIZED);
        assertThat(failure)
                .hasMessageContaining("ec2:RunInstances, and iam:PassRole on the role of the profile")
                .hasMessageNotContaining("abcdef");
        assertThat(ec2.launches).hasSize(1);
    }

    @Test
    void areRefusedAtOnceForAnyOtherReason() {
        ec2.refusals.add(FakeEc2.error("InsufficientInstanceCapacity", "There is no capacity"));
        ec2.refusals.add(FakeEc2.error("InvalidParameterValue", "Value (x) for parameter imageId is invalid"));

        assertThatThrownBy(() -> instances.run(ec2, REQUEST))
                .isInstanceOfSatisfying(InstanceProfileException.class, failure -> {
                    assertThat(failure.reason()).isEqualTo(Reason.REFUSED);
                    assertThat(failure.awsCode()).contains("InsufficientInstanceCapacity");
                });
        assertThatThrownBy(() -> instances.run(ec2, REQUEST)).hasMessageContaining("imageId");
        assertThat(ec2.launches).hasSize(2);
    }

    @Test
    void areNotAskedForWithAnotherProfile() {
        RunInstancesRequest other = REQUEST.toBuilder()
                .iamInstanceProfile(profile -> profile.name("theirs"))
                .build();
        RunInstancesRequest same = REQUEST.toBuilder()
                .iamInstanceProfile(profile -> profile.name("DKPBootstrapInstanceProfile"))
                .build();

        assertThatThrownBy(() -> instances.run(ec2, other))
                .isInstanceOf(InstanceProfileException.class)
                .hasMessageContaining("names the instance profile theirs, not " + PROFILE);
        instances.run(ec2, same);
        assertThat(ec2.launches).hasSize(1);
    }

    @Test
    void areNotAskedForWithImdsv1OrWithoutMetadata() {
        RunInstancesRequest v1 = REQUEST.toBuilder()
                .metadataOptions(options -> options.httpTokens("optional"))
                .build();
        RunInstancesRequest off = REQUEST.toBuilder()
                .metadataOptions(options -> options.httpEndpoint("disabled"))
                .build();

        assertThatThrownBy(() -> instances.run(ec2, v1)).hasMessageContaining("allows IMDSv1");
        assertThatThrownBy(() -> instances.run(ec2, off)).hasMessageContaining("switches the metadata service off");
        assertThat(ec2.calls).isEmpty();
    }

    @Test
    void areNotWaitedForByAnInterruptedThread() {
        ec2.refusals.add(FakeEc2.unknownProfile());
        DkpInstances interrupted = instances.withTime(clock, duration -> {
            throw new InterruptedException();
        });

        assertThatThrownBy(() -> interrupted.run(ec2, REQUEST))
                .isInstanceOfSatisfying(
                        InstanceProfileException.class,
                        failure -> assertThat(failure.reason()).isEqualTo(Reason.INTERRUPTED));
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void areOnlyForWhatIsAProfile() {
        assertThatThrownBy(() -> DkpInstances.ofProfile("a b")).isInstanceOf(InvalidBootstrapSpecException.class);
        assertThatThrownBy(() -> DkpInstances.ofProfile("arn:aws:iam::123456789012:role/x"))
                .isInstanceOf(InvalidBootstrapSpecException.class);
        assertThatThrownBy(() -> instances.within(Duration.ZERO)).isInstanceOf(InvalidBootstrapSpecException.class);
    }
}
