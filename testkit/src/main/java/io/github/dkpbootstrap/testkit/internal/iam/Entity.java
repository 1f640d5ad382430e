// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.iam;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What users, roles, groups, policies and instance profiles have in common. Changes only under the lock of the local AWS. */
public abstract sealed class Entity permits Principal, ManagedPolicy, InstanceProfile {
    private final String name;
    private final String path;
    private final String id;
    private final String arn;
    private final Instant created;
    private final Map<String, String> tags = new TreeMap<>();

    Entity(Origin origin) {
        this.name = origin.name();
        this.path = origin.path();
        this.id = origin.id();
        this.arn = origin.arn();
        this.created = origin.created();
    }

    /** How an entity came to be. */
    record Origin(String name, String path, String id, String arn, Instant created) {}

    /** Returns the name. */
    public String name() {
        return name;
    }

    /** Returns the path, {@code /} unless set. */
    public String path() {
        return path;
    }

    /** Returns the unique id. */
    public String id() {
        return id;
    }

    /** Returns the ARN. */
    public String arn() {
        return arn;
    }

    /** Returns when it was created. */
    public Instant created() {
        return created;
    }

    /** Returns its tags; changing the map changes them. */
    public Map<String, String> tags() {
        return tags;
    }

    /** Returns the name as IAM compares it: names that differ in case alone are the same. */
    static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
