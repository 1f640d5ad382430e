// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sts;

import io.github.dkpbootstrap.policy.JsonLayout;
import io.github.dkpbootstrap.policy.JsonValue;
import io.github.dkpbootstrap.policy.JsonValue.JsonNumber;
import io.github.dkpbootstrap.policy.JsonValue.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a {@code credential_process} prints.
 *
 * @see <a href="https://docs.aws.amazon.com/sdkref/latest/guide/feature-process-credentials.html">Process credential
 *     provider</a>
 */
final class CredentialProcess {
    private static final JsonValue VERSION = new JsonNumber("1");

    private CredentialProcess() {}

    static String json(IssuedCredentials issued) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("Version", VERSION);
        members.put("AccessKeyId", JsonValue.of(issued.accessKeyId()));
        members.put("SecretAccessKey", JsonValue.of(issued.secretAccessKey()));
        issued.sessionToken().ifPresent(token -> members.put("SessionToken", JsonValue.of(token)));
        issued.expiration().ifPresent(end -> members.put("Expiration", JsonValue.of(Rfc3339.text(end))));
        issued.accountId().ifPresent(account -> members.put("AccountId", JsonValue.of(account)));
        return new JsonObject(members).toJson(JsonLayout.MINIFIED);
    }
}
