// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;
import software.amazon.awssdk.regions.Region;

/**
 * Uses source credentials that are a session of the wanted role already, as on an instance with its instance profile. A role
 * cannot assume itself unless its policies say so, and gains nothing by it.
 *
 * <p>They are read again in the last part of their life, but not more than once a minute: their owner renews them in its own
 * time (EC2 does at least five minutes before they end). Where their end is not known, they are read again within five
 * minutes, and AWS is asked whether it still takes them.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instance-metadata-security-credentials.html">Instance
 *     metadata</a>
 */
final class DirectUse {
    private static final Duration READ_AGAIN_AFTER = Duration.ofMinutes(5);
    private static final Duration SHORTEST_PAUSE = Duration.ofMinutes(1);

    private final SessionSpec spec;
    private final Optional<Region> region;
    private final RefreshWindow window;
    private final Clock clock;

    DirectUse(SessionSpec spec, Optional<Region> region, RefreshWindow window, Clock clock) {
        this.spec = spec;
        this.region = region;
        this.window = window;
        this.clock = clock;
    }

    /** Returns whether the caller's own credentials are what the session is to give. */
    boolean suits(AwsCaller caller) {
        return caller.isSessionOf(spec.roleArn()) && onlyByAssumeRole(spec).isEmpty();
    }

    /** Returns the settings that only AssumeRole can meet. */
    static List<String> onlyByAssumeRole(SessionSpec spec) {
        List<String> settings = new ArrayList<>();
        spec.sessionPolicy().ifPresent(policy -> settings.add("sessionPolicy(..)"));
        if (!spec.policyArns().isEmpty()) {
            settings.add("policyArns(..)");
        }
        if (!spec.tags().isEmpty()) {
            settings.add("tag(..)");
        }
        spec.sourceIdentity().ifPresent(identity -> settings.add("sourceIdentity(..)"));
        spec.mfaSerialNumber().ifPresent(serial -> settings.add("mfa(..)"));
        return settings;
    }

    /**
     * Returns the caller's credentials, for as long as they last.
     *
     * @throws UnableToAssumeRoleException if they have ended
     */
    Lease lease(AwsCredentialsIdentity identity, AwsCaller caller) {
        Instant now = clock.instant();
        Instant end = identity.expirationTime().orElse(now.plus(READ_AGAIN_AFTER));
        if (!now.isBefore(end)) {
            throw AssumeRoleFailure.sourceEnded(spec, caller.arn(), end);
        }
        Instant replace = end.minus(window.of(Duration.between(now, end)));
        Instant soonest = now.plus(SHORTEST_PAUSE);
        Instant prefetch = replace.isBefore(soonest) ? soonest : replace;
        return new Lease(
                issued(identity, caller), credentials(identity), now, prefetch.isAfter(end) ? end : prefetch, end);
    }

    private IssuedCredentials issued(AwsCredentialsIdentity identity, AwsCaller caller) {
        return IssuedCredentials.from(identity).toBuilder()
                .accountId(caller.arn().account())
                .assumedRoleArn(caller.arn())
                .assumedRoleId(Optional.of(caller.userId()).filter(id -> !id.isEmpty()))
                .region(region)
                .build();
    }

    /** Returns the identity in the type that synchronous clients want; its source, which the SDK reports, stays. */
    private static AwsCredentials credentials(AwsCredentialsIdentity identity) {
        return identity instanceof AwsCredentials already
                ? already
                : AwsIdentities.copy((AwsSessionCredentialsIdentity) identity)
                        .build(); // others are no session of a role
    }
}
