// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.iam;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** A user, role or group: what policies are attached to. */
public abstract sealed class Principal extends Entity permits User, Role, Group {
    private final Set<ManagedPolicy> attached = new LinkedHashSet<>();
    private final Map<String, Document> inline = new TreeMap<>();
    private Optional<ManagedPolicy> boundary = Optional.empty();

    Principal(Origin origin) {
        super(origin);
    }

    /** Returns the attached managed policies; changing the set changes them. */
    public Set<ManagedPolicy> attached() {
        return attached;
    }

    /** Returns the inline policies by name; changing the map changes them. */
    public Map<String, Document> inline() {
        return inline;
    }

    /** Returns the permissions boundary. */
    public Optional<ManagedPolicy> boundary() {
        return boundary;
    }

    void setBoundary(Optional<ManagedPolicy> boundary) {
        this.boundary = boundary;
    }
}
