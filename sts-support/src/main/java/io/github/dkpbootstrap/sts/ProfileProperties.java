// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sts;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import software.amazon.awssdk.regions.Region;

/**
 * The properties of an AWS profile that hold credentials. Values are of characters that every reader of such files takes
 * as they stand: some strip white space and quotes, some take what follows {@code #} or {@code ;} for a comment.
 *
 * @see <a href="https://docs.aws.amazon.com/sdkref/latest/guide/file-format.html">Shared config and credentials files</a>
 */
final class ProfileProperties {
    private static final Pattern SAFE = Pattern.compile("[!-~&&[^\"'`#;\\\\\\[\\]]]+");

    private final Map<String, String> properties = new LinkedHashMap<>();

    private ProfileProperties(IssuedCredentials issued) {
        put("aws_access_key_id", Optional.of(issued.accessKeyId()));
        put("aws_secret_access_key", Optional.of(issued.secretAccessKey()));
        put("aws_session_token", issued.sessionToken());
        put("aws_account_id", issued.accountId());
        put("region", issued.region().map(Region::id));
    }

    static Map<String, String> of(IssuedCredentials issued) {
        return Collections.unmodifiableMap(new ProfileProperties(issued).properties);
    }

    private void put(String name, Optional<String> value) {
        value.ifPresent(text -> properties.put(name, safe(name, text)));
    }

    private static String safe(String name, String value) {
        if (!SAFE.matcher(value).matches()) {
            throw new UnexportableCredentialsException(
                    "The value of " + name + " holds a character that not every reader of"
                            + " AWS profiles takes as it stands: white space, a quote, # ; \\ [ ] or one outside ASCII. AWS issues"
                            + " none of these: was it copied wrongly? A shell's lines or the environment of a process can carry it");
        }
        return value;
    }
}
