// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sts;

import io.github.dkpbootstrap.policy.Arn;
import io.github.dkpbootstrap.policy.internal.ValueStyle;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.regions.Region;

/**
 * AWS credentials with what is known of them: those of a {@link DkpSession}, or the long-lived keys of an IAM user, which
 * have no token and no end. A value; the secret key and the token are in no {@code toString}.
 *
 * <p>No part holds NUL, CR or LF: a shell or a file would take what follows for a line of its own.
 *
 * <p>Every way to hand credentials over starts here: lines for a shell, the environment of a process, the output of a
 * {@code credential_process}; {@link EncodedProfile} and the shared credentials file take such a value.
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

    /**
     * Returns the credentials that an SDK's type holds: a session's with token and expiration, or long-lived keys. The Region
     * is not known: {@code IssuedCredentials.from(keys).toBuilder().region(Region.US_WEST_2).build()}.
     *
     * @throws InvalidCredentialsException if a part is missing, as of anonymous credentials, is empty, or holds NUL, CR or LF
     */
    static IssuedCredentials from(AwsCredentialsIdentity identity) {
        return AwsIdentities.read(identity);
    }

    /** Returns a builder that starts as a copy of these credentials. */
    default Builder toBuilder() {
        return new Builder().from(this);
    }

    /**
     * Returns the lines that make {@code shell} use these credentials and nothing else: variables that would outrank or
     * contradict them are unset first. <b>They hold the secrets</b>; see {@link #maskedExportLines(Shell)}.
     *
     * <p>Set are {@code AWS_ACCESS_KEY_ID} and {@code AWS_SECRET_ACCESS_KEY}; {@code AWS_SESSION_TOKEN},
     * {@code AWS_CREDENTIAL_EXPIRATION} (RFC 3339, UTC, to the second) and {@code AWS_ACCOUNT_ID} where they are known, and
     * unset otherwise; {@code AWS_REGION} and {@code AWS_DEFAULT_REGION} where the Region is known, and left as they are
     * otherwise. Unset are {@code AWS_PROFILE}, {@code AWS_DEFAULT_PROFILE}, {@code AWS_SECURITY_TOKEN} and
     * {@code AWS_CREDENTIAL_FILE}.
     *
     * @throws UnexportableCredentialsException if the shell has no sure way to take a value, which only
     *     {@link Shell#CMD} can lack
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

    /**
     * Makes a process that is to be started use these credentials and nothing else: clears and sets in its environment what
     * {@link #exportLines(Shell)} does.
     */
    default void exportTo(ProcessBuilder process) {
        exportTo(process.environment());
    }

    /** Clears and sets in {@code environment} what {@link #exportLines(Shell)} does; all else is left as it is. */
    default void exportTo(Map<String, String> environment) {
        CredentialVariables.of(this).applyTo(environment);
    }

    /**
     * Returns what the {@code credential_process} of a profile is to print: one line of JSON, always the same for the same
     * credentials. <b>It holds the secrets.</b> Absent parts are left out; without an expiration, tools keep the credentials
     * for as long as they run. The AWS CLI and boto3 ask again from 15 minutes before the end on, at each start: print
     * credentials that last longer. The SDK for Java reads 64,000 bytes at most.
     *
     * @see <a href="https://docs.aws.amazon.com/sdkref/latest/guide/feature-process-credentials.html">Process credential
     *     provider</a>
     */
    default String toCredentialProcessJson() {
        return CredentialProcess.json(this);
    }

    /**
     * Returns the properties of an AWS profile that hold these credentials, by name, in this order:
     * {@code aws_access_key_id}, {@code aws_secret_access_key}, and where they are known {@code aws_session_token},
     * {@code aws_account_id}, {@code region}. <b>They hold the secrets.</b> Unmodifiable.
     *
     * @throws UnexportableCredentialsException if a part holds white space, a quote, {@code #}, {@code ;}, a backslash, a
     *     bracket or a character outside ASCII, which readers of profiles take in different ways
     * @see <a href="https://docs.aws.amazon.com/sdkref/latest/guide/file-format.html">Shared config and credentials files</a>
     */
    default Map<String, String> toProfileProperties() {
        return ProfileProperties.of(this);
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
