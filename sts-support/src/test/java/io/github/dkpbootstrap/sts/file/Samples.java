// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sts.file;

import io.github.dkpbootstrap.sts.IssuedCredentials;
import java.time.Instant;
import software.amazon.awssdk.regions.Region;

/** Credentials to write. */
final class Samples {
    static final IssuedCredentials KEYS = IssuedCredentials.builder()
            .accessKeyId("AKIANEW")
            .secretAccessKey("new/+=")
            .build();
    static final IssuedCredentials SESSION = KEYS.toBuilder()
            .accessKeyId("ASIANEW")
            .sessionToken("token==")
            .expiration(Instant.parse("2026-11-24T11:00:00Z"))
            .accountId("123456789012")
            .region(Region.US_WEST_2)
            .build();

    private Samples() {}
}
