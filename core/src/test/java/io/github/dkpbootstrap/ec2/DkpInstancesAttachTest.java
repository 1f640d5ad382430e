// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.ec2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.dkpbootstrap.ec2.InstanceAttachment.Outcome;
import io.github.dkpbootstrap.ec2.InstanceProfileException.Reason;
import io.github.dkpbootstrap.testkit.VirtualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.IamInstanceProfileAssociationState;
import software.amazon.awssdk.services.ec2.model.InstanceMetadataOptionsResponse;

/** The profile put on an instance that there is. */
class DkpInstancesAttachTest {
    private static final String PROFILE = "arn:aws:iam::123456789012:instance-profile/dkp/DKPBootstrapInstanceProfile";
    private static final String THEIRS = "arn:aws:iam::123456789012:instance-profile/theirs";

    private final FakeEc2 ec2 = new FakeEc2();
    private final VirtualClock clock = VirtualClock.atPresent();
    private final DkpInstances instances = DkpInstances.ofProfile(PROFILE).withTime(clock, clock::advance);

    @Test
    void isWaitedForUntilItIsAssociated() {
        ec2.looksUntilAssociated = 4;
        ec2.refusals.add(FakeEc2.unknownProfile());
        Instant start = clock.instant();

        InstanceAttachment done = instances.attach(ec2, FakeEc2.INSTANCE);

        assertThat(done.outcome()).isEqualTo(Outcome.ATTACHED);
        assertThat(done.associationId()).isEqualTo("iip-assoc-1");
        assertThat(done.replaced()).isEmpty();
        assertThat(done.metadataAccess()).isEqualTo(MetadataAccess.IMDSV2_ONLY);
        assertThat(ec2.calls)
                .containsExactly("Describe", "Associate", "Associate", "Describe", "Describe", "Describe", "Describe");
        assertThat(Duration.between(start, clock.instant())).isEqualTo(Duration.ofSeconds(2 + 3 * 2));
    }

    @Test
    void isLeftWhereItIs() {
        ec2.has(THEIRS, IamInstanceProfileAssociationState.DISASSOCIATING);
        ec2.has(PROFILE, IamInstanceProfileAssociationState.ASSOCIATED);

        assertThat(instances.attach(ec2, FakeEc2.INSTANCE).outcome()).isEqualTo(Outcome.ALREADY_ATTACHED);
        assertThat(DkpInstances.ofProfile("DKPBootstrapInstanceProfile")
                        .attach(ec2, FakeEc2.INSTANCE)
                        .outcome())
                .isEqualTo(Outcome.ALREADY_ATTACHED);
        assertThat(ec2.calls).containsOnly("Describe");
    }

    @Test
    void isNotPutInThePlaceOfAnotherUnlessTold() {
        ec2.has(THEIRS, IamInstanceProfileAssociationState.ASSOCIATED);

        InstanceProfileException failure =
                catchThrowableOfType(InstanceProfileException.class, () -> instances.attach(ec2, FakeEc2.INSTANCE));

        assertThat(failure.reason()).isEqualTo(Reason.OTHER_PROFILE);
        assertThat(failure).hasMessageContaining(THEIRS).hasMessageContaining("OtherProfile.REPLACE");
        assertThat(ec2.calls).containsOnly("Describe");

        InstanceAttachment done = instances.attach(ec2, FakeEc2.INSTANCE, OtherProfile.REPLACE);

        assertThat(done.outcome()).isEqualTo(Outcome.REPLACED);
        assertThat(done.replaced()).contains(THEIRS);
        assertThat(done.associationId()).isEqualTo("iip-assoc-2");
        assertThat(ec2.calls).contains("Replace iip-assoc-1");
    }

    @Test
    void isLookedForAnewIfSomebodyElseWasFaster() {
        ec2.beforeAssociation = () -> {
            ec2.beforeAssociation = () -> {};
            ec2.has(PROFILE, IamInstanceProfileAssociationState.ASSOCIATED);
        };

        assertThat(instances.attach(ec2, FakeEc2.INSTANCE).outcome()).isEqualTo(Outcome.ALREADY_ATTACHED);
    }

    @Test
    void isLookedForAnewIfWhatItShouldReplaceIsGone() {
        ec2.has(THEIRS, IamInstanceProfileAssociationState.ASSOCIATED);
        ec2.refusals.add(FakeEc2.error("InvalidAssociationID.NotFound", "There is no association iip-assoc-1"));

        assertThat(instances.attach(ec2, FakeEc2.INSTANCE, OtherProfile.REPLACE).outcome())
                .isEqualTo(Outcome.REPLACED);
        assertThat(ec2.calls).containsSubsequence("Describe", "Replace iip-assoc-1", "Describe", "Replace iip-assoc-1");
    }

    @Test
    void isGivenUpIfSomebodyElseTakesItAway() {
        ec2.looksUntilAssociated = 2;
        DkpInstances robbed = instances.withTime(clock, duration -> {
            ec2.takeAway();
            clock.advance(duration);
        });

        assertThatThrownBy(() -> robbed.attach(ec2, FakeEc2.INSTANCE))
                .isInstanceOf(InstanceProfileException.class)
                .hasMessageContaining("somebody else took the profile away");
    }

    @Test
    void isGivenUpAtTheEndOfTheBudget() {
        ec2.looksUntilAssociated = 1_000;
        Instant start = clock.instant();

        InstanceProfileException failure = catchThrowableOfType(
                InstanceProfileException.class,
                () -> instances.within(Duration.ofSeconds(15)).attach(ec2, FakeEc2.INSTANCE));

        assertThat(failure.reason()).isEqualTo(Reason.BUDGET_SPENT);
        assertThat(failure).hasMessageContaining("call again to look");
        assertThat(Duration.between(start, clock.instant())).isEqualTo(Duration.ofSeconds(15));
    }

    @Test
    void isRefusedWithTheReasonOfEc2() {
        ec2.refusals.add(FakeEc2.error("UnauthorizedOperation", "You are not authorized to perform: iam:PassRole"));
        ec2.refusals.add(FakeEc2.error("IncorrectInstanceState", "The instance is terminated"));

        assertThatThrownBy(() -> instances.attach(ec2, FakeEc2.INSTANCE))
                .isInstanceOfSatisfying(
                        InstanceProfileException.class,
                        failure -> assertThat(failure.reason()).isEqualTo(Reason.NOT_AUTHORIZED))
                .hasMessageContaining("ec2:AssociateIamInstanceProfile");
        assertThatThrownBy(() -> instances.attach(ec2, FakeEc2.INSTANCE))
                .isInstanceOfSatisfying(
                        InstanceProfileException.class,
                        failure -> assertThat(failure.awsCode()).contains("IncorrectInstanceState"));
    }

    @Test
    void saysHowTheInstanceGivesTheCredentialsOut() {
        assertThat(access("optional", "enabled")).isEqualTo(MetadataAccess.IMDSV1_ALLOWED);
        assertThat(access("required", "enabled")).isEqualTo(MetadataAccess.IMDSV2_ONLY);
        assertThat(access("required", "disabled")).isEqualTo(MetadataAccess.DISABLED);
        assertThat(access("of-the-future", "enabled")).isEqualTo(MetadataAccess.UNKNOWN);
        ec2.describeInstancesFails = Optional.of(FakeEc2.error("UnauthorizedOperation", "no"));
        assertThat(access("required", "enabled")).isEqualTo(MetadataAccess.UNKNOWN);
    }

    private MetadataAccess access(String tokens, String endpoint) {
        ec2.metadata = InstanceMetadataOptionsResponse.builder()
                .httpTokens(tokens)
                .httpEndpoint(endpoint)
                .build();
        return instances.attach(ec2, FakeEc2.INSTANCE).metadataAccess();
    }
}
