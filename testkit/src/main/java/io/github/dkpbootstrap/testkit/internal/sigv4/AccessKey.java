// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.sigv4;

import io.github.dkpbootstrap.testkit.internal.Ids;
import io.github.dkpbootstrap.testkit.internal.query.Identity;
import java.time.Instant;
import java.util.Optional;

/** A key that calls can be signed with, and whose it is. Its text holds no secret. Changes only under the lock of the local AWS. */
public final class AccessKey {
    /** What a key was last used for. */
    public record Use(Instant time, String service, String region) {}

    private final String id;
    private final String secret;
    private final Identity owner;
    private final Optional<String> sessionToken;
    private final Instant created;
    private final Optional<Instant> expiration;
    private boolean active = true;
    private Optional<Use> lastUse = Optional.empty();

    private AccessKey(
            String id, Identity owner, Optional<String> sessionToken, Instant created, Optional<Instant> expiration) {
        this.id = id;
        this.secret = Ids.secret();
        this.owner = owner;
        this.sessionToken = sessionToken;
        this.created = created;
        this.expiration = expiration;
    }

    static AccessKey longLived(Identity owner, Instant now) {
        return new AccessKey(Ids.accessKey("AKIA"), owner, Optional.empty(), now, Optional.empty());
    }

    static AccessKey temporary(Identity owner, Instant now, Instant expiration) {
        return new AccessKey(
                Ids.accessKey("ASIA"), owner, Optional.of(Ids.sessionToken()), now, Optional.of(expiration));
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

    /** Returns when it was issued. */
    public Instant created() {
        return created;
    }

    /** Returns whether calls with it are accepted. */
    public boolean active() {
        return active;
    }

    /** Sets whether calls with it are accepted. */
    public void setActive(boolean active) {
        this.active = active;
    }

    /** Returns what it was last used for. */
    public Optional<Use> lastUse() {
        return lastUse;
    }

    /** Notes a call with it. */
    public void used(Use use) {
        this.lastUse = Optional.of(use);
    }

    @Override
    public String toString() {
        return "AccessKey{" + id + "}";
    }
}
