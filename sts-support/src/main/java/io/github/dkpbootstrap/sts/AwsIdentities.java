// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sts;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;

/** Writes credentials in the SDK's own types, and reads them. */
final class AwsIdentities {
    /**
     * The SDK's id, in its {@code User-Agent}, of credentials that AssumeRole gave. Any other text would be sent to AWS as
     * an unknown feature.
     */
    private static final String ASSUME_ROLE = "i";

    private AwsIdentities() {}

    static AwsCredentials of(IssuedCredentials issued) {
        return issued.sessionToken().isPresent()
                ? session(issued, issued.sessionToken().get())
                : basic(issued);
    }

    static IssuedCredentials read(AwsCredentialsIdentity identity) {
        IssuedCredentials.Builder issued = IssuedCredentials.builder()
                .accessKeyId(given("access key id", identity.accessKeyId()))
                .secretAccessKey(given("secret access key", identity.secretAccessKey()))
                .expiration(identity.expirationTime())
                .accountId(identity.accountId());
        if (identity instanceof AwsSessionCredentialsIdentity session) {
            issued.sessionToken(given("session token", session.sessionToken()));
        }
        return issued.build();
    }

    /** Returns a builder of the same session, with all that the SDK knows of it. */
    static AwsSessionCredentials.Builder copy(AwsSessionCredentialsIdentity session) {
        AwsSessionCredentials.Builder copy = AwsSessionCredentials.builder()
                .accessKeyId(session.accessKeyId())
                .secretAccessKey(session.secretAccessKey())
                .sessionToken(session.sessionToken());
        session.expirationTime().ifPresent(copy::expirationTime);
        session.accountId().ifPresent(copy::accountId);
        session.providerName().ifPresent(copy::providerName);
        return copy;
    }

    /** Anonymous credentials have no keys: the SDK gives null. */
    private static String given(String part, @Nullable String value) {
        if (value == null) {
            throw new InvalidCredentialsException(
                    "The " + part + " is missing: anonymous credentials cannot be handed over");
        }
        return value;
    }

    private static AwsCredentials session(IssuedCredentials issued, String token) {
        AwsSessionCredentials.Builder session = AwsSessionCredentials.builder()
                .accessKeyId(issued.accessKeyId())
                .secretAccessKey(issued.secretAccessKey())
                .sessionToken(token);
        issued.expiration().ifPresent(session::expirationTime);
        issued.accountId().ifPresent(session::accountId);
        issued.assumedRoleArn().ifPresent(arn -> session.providerName(ASSUME_ROLE));
        return session.build();
    }

    private static AwsCredentials basic(IssuedCredentials issued) {
        AwsBasicCredentials.Builder basic = AwsBasicCredentials.builder()
                .accessKeyId(issued.accessKeyId())
                .secretAccessKey(issued.secretAccessKey());
        issued.accountId().ifPresent(basic::accountId);
        return basic.build();
    }
}
