// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.sigv4;

import io.github.dkpbootstrap.testkit.internal.Ids;
import io.github.dkpbootstrap.testkit.internal.query.Identity;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** All keys that were issued. Used only under the lock of the local AWS. */
public final class KeyRing {
    private final Map<String, AccessKey> keys = new HashMap<>();
    private final Predicate<Identity> exists;

    /** Creates an empty ring; a key counts only as long as {@code exists} holds for its owner. */
    public KeyRing(Predicate<Identity> exists) {
        this.exists = exists;
    }

    /** Issues a long-lived key. */
    public AccessKey issue(Identity owner) {
        return add(new AccessKey(Ids.accessKey("AKIA"), Ids.secret(), owner, Optional.empty(), Optional.empty()));
    }

    /** Issues a temporary key. */
    public AccessKey issueUntil(Identity owner, Instant expiration) {
        return add(new AccessKey(
                Ids.accessKey("ASIA"), Ids.secret(), owner, Optional.of(Ids.sessionToken()), Optional.of(expiration)));
    }

    /** Returns the key with this id. */
    public Optional<AccessKey> find(String id) {
        return Optional.ofNullable(keys.get(id)).filter(key -> exists.test(key.owner()));
    }

    private AccessKey add(AccessKey key) {
        keys.put(key.id(), key);
        return key;
    }
}
