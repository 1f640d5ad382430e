// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sts;

import io.github.dkpbootstrap.policy.Arn;
import java.nio.charset.StandardCharsets;
import software.amazon.awssdk.regions.Region;

/** Refuses credentials that no shell and no file could carry. Messages name the part and never what it holds. */
final class CredentialChecks {
    private CredentialChecks() {}

    static void check(IssuedCredentials issued) {
        check("access key id", issued.accessKeyId());
        check("secret access key", issued.secretAccessKey());
        issued.sessionToken().ifPresent(token -> check("session token", token));
        issued.accountId().ifPresent(account -> check("account id", account));
        issued.assumedRoleArn().map(Arn::toString).ifPresent(arn -> check("assumed-role ARN", arn));
        issued.assumedRoleId().ifPresent(id -> check("assumed-role id", id));
        issued.region().map(Region::id).ifPresent(region -> check("Region", region));
    }

    private static void check(String part, String value) {
        if (value.isEmpty()) {
            throw new InvalidCredentialsException("The " + part + " is empty");
        }
        if (value.chars().anyMatch(c -> c == '\0' || c == '\r' || c == '\n')) {
            throw new InvalidCredentialsException(
                    "The " + part
                            + " holds a NUL, CR or LF, which would end the line it is written to: was it copied with a line break?");
        }
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(value)) {
            throw new InvalidCredentialsException("The " + part + " holds half a character, which no text can carry");
        }
    }
}
