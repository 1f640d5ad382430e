// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.sts;

import io.github.dkpbootstrap.testkit.internal.query.Xml;
import io.github.dkpbootstrap.testkit.internal.sigv4.AccessKey;

/** Writes temporary credentials. */
final class IssuedKey {
    private IssuedKey() {}

    static void write(Xml xml, AccessKey key) {
        xml.nested("Credentials", credentials -> {
            credentials
                    .element("AccessKeyId", key.id())
                    .element("SecretAccessKey", key.secret())
                    .element("SessionToken", key.sessionToken());
            key.expiration().ifPresent(end -> credentials.time("Expiration", end));
        });
    }
}
