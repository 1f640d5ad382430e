// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sts;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/**
 * The text that {@code clusterawsadm} encodes, to the byte: the profile {@code default}, a blank line, then the token, if
 * there is one, with a blank line of its own.
 */
final class ProfileEncoding {
    private ProfileEncoding() {}

    static String base64(IssuedCredentials issued) {
        return Base64.getEncoder().encodeToString(text(issued).getBytes(StandardCharsets.US_ASCII));
    }

    private static String text(IssuedCredentials issued) {
        Map<String, String> properties = ProfileProperties.of(issued);
        if (!properties.containsKey("region")) {
            throw new UnableToResolveRegionException(
                    "No Region is known of the credentials, and the controllers need one: take"
                            + " issued.toBuilder().region(Region.of(..)).build()",
                    null);
        }
        StringBuilder text = new StringBuilder("[default]\n");
        append(text, properties, "aws_access_key_id");
        append(text, properties, "aws_secret_access_key");
        append(text, properties, "region");
        text.append('\n');
        if (properties.containsKey("aws_session_token")) {
            append(text, properties, "aws_session_token");
            text.append('\n');
        }
        return text.toString();
    }

    private static void append(StringBuilder text, Map<String, String> properties, String name) {
        text.append(name).append(" = ").append(properties.get(name)).append('\n');
    }
}
