// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.access;

import io.github.dkpbootstrap.testkit.internal.Timeline;
import io.github.dkpbootstrap.testkit.internal.iam.IamStore;
import io.github.dkpbootstrap.testkit.internal.iam.Principal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;

/** Makes changes of users, roles and policies count a while after IAM shows them. */
public final class Propagation {
    private record Change(Instant time, Rights rights) {}

    private final IamStore store;
    private final Timeline timeline;
    private final Duration delay;
    private final Map<String, Deque<Change>> changes = new HashMap<>();

    /** Creates the propagation of what changes in {@code store}; a delay of zero makes it count at once. */
    public Propagation(IamStore store, Timeline timeline, Duration delay) {
        this.store = store;
        this.timeline = timeline;
        this.delay = delay;
    }

    /** Notes what has changed, now that something may have. */
    public void note() {
        if (!delay.isZero()) {
            store.principals().forEach(this::note);
        }
    }

    /** Makes what a user or role is now count as if it had always been so. */
    public void settle(Principal principal) {
        Deque<Change> settled = new ArrayDeque<>();
        settled.add(new Change(Instant.MIN, Rights.of(principal)));
        changes.put(principal.id(), settled);
    }

    /** Returns the rights that count now; none if word of the user or role has not got round yet. */
    Optional<Rights> rights(Principal principal) {
        if (delay.isZero()) {
            return Optional.of(Rights.of(principal));
        }
        Instant horizon = timeline.now().minus(delay);
        Iterator<Change> latestFirst =
                changes.getOrDefault(principal.id(), new ArrayDeque<>()).descendingIterator();
        while (latestFirst.hasNext()) {
            Change change = latestFirst.next();
            if (!change.time().isAfter(horizon)) {
                return Optional.of(change.rights());
            }
        }
        return Optional.empty();
    }

    private void note(Principal principal) {
        Deque<Change> known = changes.computeIfAbsent(principal.id(), id -> new ArrayDeque<>());
        Rights rights = Rights.of(principal);
        if (known.isEmpty() || !known.getLast().rights().equals(rights)) {
            known.add(new Change(timeline.now(), rights));
        }
    }
}
