// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sts.file;

import java.util.Locale;
import java.util.Set;

/** The keys of a profile that bear on its credentials. */
final class ProfileKeys {
    /**
     * Keys whose values are credentials or say whose they are. The AWS CLI and boto3 prefer the old name of the token.
     */
    static final Set<String> CREDENTIALS = Set.of(
            "aws_access_key_id", "aws_secret_access_key", "aws_session_token", "aws_security_token", "aws_account_id");

    static final String REGION = "region";

    private static final Set<String> OTHER_SOURCES =
            Set.of("role_arn", "credential_source", "credential_process", "web_identity_token_file", "login_session");

    private ProfileKeys() {}

    /** Returns whether a key is one of those that are written. */
    static boolean isOurs(String key) {
        return CREDENTIALS.contains(key) || key.equals(REGION);
    }

    /** Returns whether some tool takes the credentials from the source that the key names, rather than keys beside it. */
    static boolean outranks(String key) {
        String lower = key.toLowerCase(Locale.ROOT);
        return OTHER_SOURCES.contains(lower) || lower.startsWith("sso_");
    }
}
