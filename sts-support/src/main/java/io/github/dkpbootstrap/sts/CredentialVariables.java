// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.regions.Region;

/**
 * The environment variables that hand over credentials: those to clear, then those to set.
 *
 * @see <a href="https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-envvars.html">Environment variables</a>
 */
final class CredentialVariables {
    /**
     * These outrank the keys, or are read in place of them, by one tool or another: a profile by the SDK for JavaScript, the
     * old name of the token by the AWS CLI and boto3. What ranks below keys with every tool, such as a web identity or the
     * credentials of a container, is left alone.
     */
    private static final List<String> STALE =
            List.of("AWS_PROFILE", "AWS_DEFAULT_PROFILE", "AWS_SECURITY_TOKEN", "AWS_CREDENTIAL_FILE");

    static final String MASK = "****";
    private static final int SHOWN = 4;
    private static final int SHORTEST_KEY_ID = 16;

    private final List<String> unset = new ArrayList<>(STALE);
    private final Map<String, String> set = new LinkedHashMap<>();

    private CredentialVariables(IssuedCredentials issued, String keyId, String secret, Optional<String> token) {
        set.put("AWS_ACCESS_KEY_ID", keyId);
        set.put("AWS_SECRET_ACCESS_KEY", secret);
        setOrUnset("AWS_SESSION_TOKEN", token);
        setOrUnset("AWS_CREDENTIAL_EXPIRATION", issued.expiration().map(Rfc3339::text));
        setOrUnset("AWS_ACCOUNT_ID", issued.accountId());
        issued.region().map(Region::id).ifPresent(region -> {
            set.put("AWS_REGION", region);
            set.put("AWS_DEFAULT_REGION", region);
        });
    }

    static CredentialVariables of(IssuedCredentials issued) {
        return new CredentialVariables(issued, issued.accessKeyId(), issued.secretAccessKey(), issued.sessionToken());
    }

    static CredentialVariables masked(IssuedCredentials issued) {
        return new CredentialVariables(
                issued,
                maskedKeyId(issued.accessKeyId()),
                MASK,
                issued.sessionToken().map(token -> MASK));
    }

    List<String> lines(ShellSyntax syntax) {
        List<String> lines = new ArrayList<>();
        unset.forEach(name -> lines.add(syntax.unset(name)));
        set.forEach((name, value) -> lines.add(syntax.set(name, value)));
        return List.copyOf(lines);
    }

    void applyTo(Map<String, String> environment) {
        environment.keySet().removeAll(unset);
        environment.putAll(set);
    }

    private void setOrUnset(String name, Optional<String> value) {
        value.ifPresentOrElse(text -> set.put(name, text), () -> unset.add(name));
    }

    private static String maskedKeyId(String keyId) {
        return keyId.length() < SHORTEST_KEY_ID ? MASK : MASK + keyId.substring(keyId.length() - SHOWN);
    }
}
