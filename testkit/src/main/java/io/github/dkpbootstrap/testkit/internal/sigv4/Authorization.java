// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.sigv4;

import io.github.dkpbootstrap.testkit.internal.query.ServiceError;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What an {@code Authorization} header says. */
record Authorization(
        String keyId, String date, String region, String service, List<String> signedHeaders, String signature) {
    static final String ALGORITHM = "AWS4-HMAC-SHA256";

    private static final int SCOPE_FIELDS = 5;

    static Authorization parse(String header) {
        if (!header.startsWith(ALGORITHM + " ")) {
            throw incomplete("Unsupported AWS 'algorithm': '" + header.split(" ", 2)[0] + "'.");
        }
        Map<String, String> members = new HashMap<>();
        for (String part : header.substring(ALGORITHM.length()).split(",", -1)) {
            String[] pair = part.strip().split("=", 2);
            if (pair.length == 2) {
                members.put(pair[0], pair[1]);
            }
        }
        StringBuilder missing = new StringBuilder();
        for (String name : List.of("Credential", "Signature", "SignedHeaders")) {
            if (members.getOrDefault(name, "").isEmpty()) {
                missing.append("Authorization header requires '").append(name).append("' parameter. ");
            }
        }
        if (missing.length() > 0) {
            throw incomplete(missing.toString().strip());
        }
        return of(members);
    }

    private static Authorization of(Map<String, String> members) {
        String[] scope = members.getOrDefault("Credential", "").split("/", -1);
        if (scope.length != SCOPE_FIELDS || !scope[SCOPE_FIELDS - 1].equals("aws4_request")) {
            throw incomplete("Credential must have exactly 5 slash-delimited elements, e.g. "
                    + "keyid/date/region/service/aws4_request.");
        }
        List<String> headers = List.of(members.getOrDefault("SignedHeaders", "").split(";"));
        return new Authorization(
                scope[0], scope[1], scope[2], scope[3], headers, members.getOrDefault("Signature", ""));
    }

    String scope() {
        return String.join("/", date, region, service, "aws4_request");
    }

    static ServiceError incomplete(String message) {
        return ServiceError.of("IncompleteSignature", 403, message);
    }

    @Override
    public String toString() {
        return "Authorization{" + keyId + "/" + scope() + "}";
    }
}
