// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sts;

import io.github.dkpbootstrap.policy.Arn;
import io.github.dkpbootstrap.policy.internal.ValueStyle;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.regions.Region;

/**
 * AWS credentials with what is known of them: those of a {@link DkpSession}, or the long-lived keys of an IAM user, which
 * have no token and no end. A value; the secret key and the token are in no {@code toString}.
 *
 * <p>No part holds NUL, CR or LF: a shell or a file would take what follows for a line of its own.
 *
 * @see <a href="https://docs.aws.amazon.com/STS/latest/APIReference/API_Credentials.html">Credentials</a>
 */
@ValueStyle
@Value.Immutable
public interface IssuedCredentials {
    /** Returns the access key id, which is no secret: {@code ASIA…} of a session, {@code AKIA…} of a user. */
    String accessKeyId();

    /** Returns the secret access key. */
    @Value.Redacted
    String secretAccessKey();

    /** Returns the session token; absent for long-lived keys. STS sets no limit to its size. */
    @Value.Redacted
    Optional<String> sessionToken();

    /** Returns when AWS stops taking the credentials; absent for long-lived keys. */
    Optional<Instant> expiration();

    /** Returns the account that the credentials act in, where it is known. */
    Optional<String> accountId();

    /** Returns the ARN of the session, {@code arn:aws:sts::ACCOUNT:assumed-role/ROLE/SESSION}. */
    Optional<Arn> assumedRoleArn();

    /** Returns the role's unique id and the name of the session, {@code AROA…:SESSION}. */
    Optional<String> assumedRoleId();

    /** Returns the Region to work in, where one was chosen. */
    Optional<Region> region();

    /** Returns a builder; the access key id and the secret access key are required. */
    static Builder builder() {
        return new Builder();
    }

    /** Returns a builder that starts as a copy of these credentials. */
    default Builder toBuilder() {
        return new Builder().from(this);
    }

    /**
     * Returns the lines that make {@code shell} use these credentials and nothing else: variables that would outrank or
     * contradict them are unset first. <b>They hold the secrets</b>; see {@link #maskedExportLines(Shell)}.
     *
     * <p>Set are {@code AWS_ACCESS_KEY_ID} and {@code AWS_SECRET_ACCESS_KEY}; {@code AWS_SESSION_TOKEN} and
     * {@code AWS_CREDENTIAL_EXPIRATION} (RFC 3339, UTC, to the second) or else these two are unset; {@code AWS_REGION} and
     * {@code AWS_DEFAULT_REGION} where the Region is known, and left as they are otherwise.
     *
     * @see <a href="https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-envvars.html">Environment variables</a>
     */
    default List<String> exportLines(Shell shell) {
        return CredentialVariables.of(this).lines(shell.syntax());
    }

    /**
     * Returns {@link #exportLines(Shell)} fit to be shown or logged: of the access key id the last four characters are
     * left, of secret key and token nothing, not even their length.
     */
    default List<String> maskedExportLines(Shell shell) {
        return CredentialVariables.masked(this).lines(shell.syntax());
    }

    /** Returns the SDK's form of these credentials: session credentials where there is a token, basic ones otherwise. */
    default AwsCredentials toAwsCredentials() {
        return AwsIdentities.of(this);
    }

    /** Checks that no part is empty or would break a line. */
    @Value.Check
    default void check() {
        CredentialChecks.check(this);
    }

    /** Builds {@link IssuedCredentials}. Not thread-safe. */
    final class Builder extends ImmutableIssuedCredentials.Builder {
        Builder() {}
    }
}
