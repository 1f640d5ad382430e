// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sts;

import io.github.dkpbootstrap.policy.Arn;
import io.github.dkpbootstrap.policy.PolicyDocument;
import io.github.dkpbootstrap.policy.internal.ValueStyle;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;
import software.amazon.awssdk.regions.Region;

/**
 * What a {@link DkpSession} asks of STS. A value: everything that AWS would refuse for its form is refused when it is
 * built, before any call.
 *
 * <p>{@code toString} leaves out the external id, which is shared between two parties and told to nobody else. All other
 * settings are shown: STS writes them to CloudTrail, where everybody sees them who can look into the account.
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
     * Returns the serial number of the MFA device whose code the session is to send, 9 to 256 characters: the ARN
     * {@code arn:PARTITION:iam::ACCOUNT:mfa/NAME} of a virtual device, or the number of a hardware token. A session with
     * one needs a supplier of codes; see {@link DkpSession.Builder#mfa}.
     *
     * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_configure-api-require.html">MFA</a>
     */
    Optional<String> mfaSerialNumber();

    /**
     * Returns the session tags: at most 50, keys of 1 to 128 characters that differ in more than case, values of at most
     * 256, of letters, digits, spaces and {@code _.:/=+-@}; neither begins with {@code aws:}. The caller needs
     * {@code sts:TagSession}, in its own policies and in the role's trust policy.
     *
     * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html">Session tags</a>
     */
    Map<String, String> tags();

    /** Returns the keys of those {@link #tags()} that stay with sessions that are made from this one. */
    Set<String> transitiveTagKeys();

    /**
     * Returns who is behind the session, as CloudTrail is to show it: 2 to 64 of {@code [A-Za-z0-9_+=,.@-]}. The caller
     * needs {@code sts:SetSourceIdentity}, in its own policies and in the role's trust policy.
     *
     * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_control-access_monitor.html">Source
     *     identity</a>
     */
    Optional<String> sourceIdentity();

    /**
     * Returns a policy that the session is kept within, whatever more the role permits: without principals and
     * intrinsics, and at most 2,048 characters of minified JSON together with the ARNs of {@link #policyArns()}.
     *
     * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies.html#policies_session">Session
     *     policies</a>
     */
    Optional<PolicyDocument> sessionPolicy();

    /** Returns managed policies that the session is kept within: at most ten, of AWS or of the role's account. */
    List<Arn> policyArns();

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
        mfaSerialNumber().ifPresent(SessionLimits::checkSerialNumber);
        sourceIdentity().ifPresent(SessionNames::checkSourceIdentity);
        SessionTags.check(tags(), transitiveTagKeys());
        SessionPolicies.check(sessionPolicy(), policyArns(), roleArn());
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
