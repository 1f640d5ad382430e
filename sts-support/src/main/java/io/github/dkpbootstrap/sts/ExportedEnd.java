// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sts;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;

/**
 * The end of session credentials in the environment, which tools export in {@code AWS_CREDENTIAL_EXPIRATION} beside them, as
 * {@link IssuedCredentials#exportLines} does, and the SDK does not read.
 *
 * @see <a href="https://docs.aws.amazon.com/cli/latest/reference/configure/export-credentials.html">aws configure
 *     export-credentials</a>
 */
final class ExportedEnd {
    private final Function<String, @Nullable String> environment;
    private final Clock clock;

    ExportedEnd(Function<String, @Nullable String> environment, Clock clock) {
        this.environment = environment;
        this.clock = clock;
    }

    /**
     * Returns the identity with its end, if it is the one of the environment and has none of its own. An end that has passed
     * is not believed: it may have been left behind by an older set.
     */
    AwsCredentialsIdentity addTo(AwsCredentialsIdentity identity) {
        boolean exported = identity.accessKeyId().equals(environment.apply("AWS_ACCESS_KEY_ID"));
        if (!exported
                || identity.expirationTime().isPresent()
                || !(identity instanceof AwsSessionCredentialsIdentity session)) {
            return identity;
        }
        return end().<AwsCredentialsIdentity>map(
                        end -> AwsIdentities.copy(session).expirationTime(end).build())
                .orElse(identity);
    }

    private Optional<Instant> end() {
        try {
            return Optional.ofNullable(environment.apply("AWS_CREDENTIAL_EXPIRATION"))
                    .map(text -> OffsetDateTime.parse(text).toInstant())
                    .filter(clock.instant()::isBefore);
        } catch (DateTimeException e) { // of another form: as good as none
            return Optional.empty();
        }
    }
}
