// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Policies for tests. */
public final class Policies {
    private Policies() {}

    /** Reads a document in which single quotes stand for double ones. */
    public static PolicyDocument policy(String json) {
        return PolicyDocument.parse(json.replace('\'', '"'));
    }

    /** Reads a document of version 2012-10-17 with this one statement. */
    public static PolicyDocument statement(String members) {
        return policy("{'Version': '2012-10-17', 'Statement': [{" + members + "}]}");
    }

    /** Returns a policy that allows everything. */
    public static PolicyDocument allowAll() {
        return statement("'Effect': 'Allow', 'Action': '*', 'Resource': '*'");
    }

    /** Returns the vendor's managed policy. */
    public static PolicyDocument vendorPolicy() {
        return PolicyDocument.parse(resource("/policies/accepted/vendor-policy.json"));
    }

    /** Returns the vendor's trust policy, its placeholder for the account kept. */
    public static PolicyDocument vendorTrust() {
        return PolicyDocument.parse(resource("/policies/accepted/vendor-trust.json"));
    }

    private static String resource(String path) {
        try (InputStream stream = Policies.class.getResourceAsStream(path)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
