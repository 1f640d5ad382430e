// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sts;

import io.github.dkpbootstrap.policy.internal.ValueStyle;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Credentials as Cluster API's AWS provider takes them, in {@value #VARIABLE}: byte for byte what {@code clusterawsadm
 * bootstrap credentials encode-as-profile} prints. The text carries no end, so it is reported beside it, and credentials
 * about to end are refused. Immutable; the secret is not in {@code toString}.
 *
 * @see <a href="https://cluster-api-aws.sigs.k8s.io/clusterawsadm/clusterawsadm_bootstrap_credentials_encode-as-profile">
 *     clusterawsadm bootstrap credentials encode-as-profile</a>
 */
@ValueStyle
@Value.Immutable
public interface EncodedProfile {
    /** The environment variable that the provider's components are made with. */
    String VARIABLE = "AWS_B64ENCODED_CREDENTIALS";

    /**
     * What credentials must last at least, unless said otherwise: 30 minutes. A cluster is made, and its controllers moved
     * to it, in about that time.
     */
    Duration DEFAULT_MINIMUM_LIFE = Duration.ofMinutes(30);

    /** Returns the value of {@value #VARIABLE}: base64, in one line. It is as secret as the keys in it. */
    @Value.Parameter
    @Value.Redacted
    String value();

    /** Returns when AWS stops taking the credentials in it; absent for long-lived keys. */
    @Value.Parameter
    Optional<Instant> expiration();

    /** Encodes credentials that last {@link #DEFAULT_MINIMUM_LIFE} at least; see {@link #of(IssuedCredentials, Duration, Clock)}. */
    static EncodedProfile of(IssuedCredentials issued) {
        return of(issued, DEFAULT_MINIMUM_LIFE);
    }

    /** Encodes credentials that last {@code minimumLife} at least; see {@link #of(IssuedCredentials, Duration, Clock)}. */
    static EncodedProfile of(IssuedCredentials issued, Duration minimumLife) {
        return of(issued, minimumLife, Clock.systemUTC());
    }

    /**
     * Encodes credentials, long-lived keys too, if at the clock's time they last {@code minimumLife} or longer. Those of a
     * session whose end is not known are refused, unless {@code minimumLife} is zero.
     *
     * @throws CredentialsExpireTooSoonException if they do not last so long, or it is not known whether they do
     * @throws UnableToResolveRegionException if no Region is known of the credentials; none is assumed
     * @throws UnexportableCredentialsException if a part holds white space, a quote or another character that a reader of
     *     profiles could take otherwise
     */
    static EncodedProfile of(IssuedCredentials issued, Duration minimumLife, Clock clock) {
        RemainingLife.check(issued, minimumLife, clock.instant());
        return ImmutableEncodedProfile.of(ProfileEncoding.base64(issued), issued.expiration());
    }

    /** Returns the line that sets {@value #VARIABLE} in {@code shell}. <b>It holds the secrets.</b> */
    default List<String> exportLines(Shell shell) {
        return List.of(shell.syntax().set(VARIABLE, value()));
    }

    /** Returns {@link #exportLines(Shell)} fit to be shown or logged. */
    default List<String> maskedExportLines(Shell shell) {
        return List.of(shell.syntax().set(VARIABLE, CredentialVariables.MASK));
    }

    /** Sets {@value #VARIABLE} in the environment of a process that is to be started. */
    default void exportTo(Map<String, String> environment) {
        environment.put(VARIABLE, value());
    }

    /** Sets {@value #VARIABLE} in the environment of the process that {@code process} starts next. */
    default void exportTo(ProcessBuilder process) {
        exportTo(process.environment());
    }
}
