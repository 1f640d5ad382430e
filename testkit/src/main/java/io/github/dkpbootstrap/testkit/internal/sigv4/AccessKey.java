// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.sigv4;

import io.github.dkpbootstrap.testkit.internal.query.Identity;
import java.time.Instant;
import java.util.Optional;

/** A key that calls can be signed with, and whose it is. Its text holds no secret. */
public final class AccessKey {
    private final String id;
    private final String secret;
    private final Identity owner;
    private final Optional<String> sessionToken;
    private final Optional<Instant> expiration;

    AccessKey(String id, String secret, Identity owner, Optional<String> sessionToken, Optional<Instant> expiration) {
        this.id = id;
        this.secret = secret;
        this.owner = owner;
        this.sessionToken = sessionToken;
        this.expiration = expiration;
    }

    /** Returns the access key id. */
    public String id() {
        return id;
    }

    /** Returns the secret access key. */
    public String secret() {
        return secret;
    }

    /** Returns who calls with this key. */
    public Identity owner() {
        return owner;
    }

    /** Returns the session token; only temporary keys have one. */
    public Optional<String> sessionToken() {
        return sessionToken;
    }

    /** Returns when a temporary key ends. */
    public Optional<Instant> expiration() {
        return expiration;
    }

    @Override
    public String toString() {
        return "AccessKey{" + id + "}";
    }
}
