// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.iam;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A customer managed policy and its versions. */
public final class ManagedPolicy extends Entity {
    /** How many versions IAM keeps of a policy. */
    public static final int MAX_VERSIONS = 5;

    /** One version. */
    public record Version(String id, Document document, Instant created) {}

    private final String description;
    private final List<Version> versions = new ArrayList<>();
    private String defaultVersion = "";
    private int next = 1;
    private Instant updated;

    ManagedPolicy(Origin origin, String description, Document document) {
        super(origin);
        this.description = description;
        this.updated = origin.created();
        this.defaultVersion = add(document, origin.created()).id();
    }

    /** Returns the versions, oldest first. */
    public List<Version> versions() {
        return List.copyOf(versions);
    }

    /** Returns the version with this id. */
    public Optional<Version> version(String id) {
        return versions.stream().filter(version -> version.id().equals(id)).findFirst();
    }

    /** Returns the version in force. */
    public Version defaultVersion() {
        return version(defaultVersion).orElseThrow();
    }

    /** Returns the id of the oldest version that is not in force. */
    public Optional<String> oldestUnused() {
        return versions.stream()
                .map(Version::id)
                .filter(id -> !id.equals(defaultVersion))
                .findFirst();
    }

    /** Returns when the default version last changed. */
    public Instant updated() {
        return updated;
    }

    /** Returns the description; empty if there is none. */
    public String description() {
        return description;
    }

    Version add(Document document, Instant now) {
        Version version = new Version("v" + next++, document, now);
        versions.add(version);
        return version;
    }

    void makeDefault(String id, Instant now) {
        this.defaultVersion = id;
        this.updated = now;
    }

    void remove(String id) {
        versions.removeIf(version -> version.id().equals(id));
    }
}
