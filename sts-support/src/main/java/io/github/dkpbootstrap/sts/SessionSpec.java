// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sts;

import io.github.dkpbootstrap.policy.Arn;
import io.github.dkpbootstrap.policy.internal.ValueStyle;
import java.time.Duration;
import java.util.Optional;
import org.immutables.value.Value;
import software.amazon.awssdk.regions.Region;

/**
 * What a {@link DkpSession} asks of STS. A value: everything that AWS would refuse for its form is refused when it is
 * built, before any call.
 *
 * @see <a href="https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html">AssumeRole</a>
 */
@ValueStyle
@Value.Immutable
public interface SessionSpec {
    /** Returns the role to assume, {@code arn:PARTITION:iam::ACCOUNT:role/NAME}, with a path before the name or none. */
    Arn roleArn();

    /**
     * Returns the name that the session has in CloudTrail and in its ARN: 2 to 64 of {@code [A-Za-z0-9_+=,.@-]}. Default:
     * {@code dkp-} and the name of the operating system's user, with {@code -} for each character that is not permitted,
     * cut to 64; {@code dkp-bootstrap} where there is no user name.
     */
    @Value.Default
    default String sessionName() {
        return SessionNames.defaultName();
    }

    /**
     * Returns how long each set of credentials lasts, in whole seconds from 900 to 43200. Default: one hour. More than an
     * hour is refused by AWS unless the role's {@code MaxSessionDuration} permits it, and always where the caller is
     * itself a session of a role.
     */
    @Value.Default
    default Duration duration() {
        return SessionLimits.DEFAULT_DURATION;
    }

    /** Returns the external id that the role's trust policy asks for: 2 to 1224 of {@code [A-Za-z0-9_+=,.@:/-]}. */
    @Value.Redacted
    Optional<String> externalId();

    /**
     * Returns the Region of the STS endpoint, where the session makes its own client, and of the exported credentials.
     * Default: that of the client that is given, or else of {@link DefaultRegions}.
     */
    Optional<Region> region();

    /** Returns a builder; {@link #roleArn()} is required. */
    static Builder builder() {
        return new Builder();
    }

    /** Checks the form of each setting. */
    @Value.Check
    default void check() {
        SessionLimits.checkRole(roleArn());
        SessionNames.check(sessionName());
        SessionLimits.checkDuration(duration());
        externalId().ifPresent(SessionLimits::checkExternalId);
    }

    /** Builds a {@link SessionSpec}. Not thread-safe. */
    final class Builder extends ImmutableSessionSpec.Builder {
        Builder() {}

        /** Sets the role from its text; refuses what is no ARN. */
        public Builder roleArn(String roleArn) {
            return roleArn(SessionLimits.role(roleArn));
        }

        /**
         * Returns the checked value.
         *
         * @throws InvalidSessionException if there is no role, or AWS would refuse a setting for its form
         */
        @Override
        public SessionSpec build() {
            try {
                return super.build();
            } catch (IllegalStateException e) {
                throw new InvalidSessionException("A session needs a role: call roleArn(..)");
            }
        }
    }
}
