// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.iam;

/** Whom a managed policy can be attached to. */
public enum EntityKind {
    /** A role. */
    ROLE("Roles", "the role"),
    /** A user. */
    USER("Users", "the user"),
    /** A group, with all its users. */
    GROUP("Groups", "the group");

    private final String property;
    private final String title;

    EntityKind(String property, String title) {
        this.property = property;
        this.title = title;
    }

    /** Returns the property of a managed policy that lists those of this kind. */
    public String property() {
        return property;
    }

    /** Returns the name of one with what it is, for people. */
    public String named(String name) {
        return title + " " + name;
    }
}
