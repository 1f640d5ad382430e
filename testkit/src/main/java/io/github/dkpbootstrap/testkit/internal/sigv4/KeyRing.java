// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.sigv4;

import io.github.dkpbootstrap.testkit.internal.query.Identity;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** All keys that were issued. Used only under the lock of the local AWS. */
public final class KeyRing {
    private final Map<String, AccessKey> keys = new LinkedHashMap<>();
    private final Predicate<Identity> exists;

    /** Creates an empty ring; a key counts only as long as {@code exists} holds for its owner. */
    public KeyRing(Predicate<Identity> exists) {
        this.exists = exists;
    }

    /** Issues a long-lived key. */
    public AccessKey issue(Identity owner, Instant now) {
        return add(AccessKey.longLived(owner, now));
    }

    /** Issues a temporary key. */
    public AccessKey issueUntil(Identity owner, Instant now, Instant expiration) {
        return add(AccessKey.temporary(owner, now, expiration));
    }

    /** Returns the key with this id, whether it is active or not. */
    public Optional<AccessKey> find(String id) {
        return Optional.ofNullable(keys.get(id)).filter(key -> exists.test(key.owner()));
    }

    /** Returns the long-lived keys of an owner, oldest first. */
    public List<AccessKey> longLived(Identity owner) {
        return keys.values().stream()
                .filter(key -> key.expiration().isEmpty() && key.owner().equals(owner))
                .toList();
    }

    /** Takes a key off the ring. */
    public void remove(AccessKey key) {
        keys.remove(key.id());
    }

    private AccessKey add(AccessKey key) {
        keys.put(key.id(), key);
        return key;
    }
}
