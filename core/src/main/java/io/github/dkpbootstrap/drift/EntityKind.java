// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.drift;

/** Whom a managed policy can be attached to. */
enum EntityKind {
    ROLE("Roles", "the role"),
    USER("Users", "the user"),
    GROUP("Groups", "the group");

    private final String property;
    private final String title;

    EntityKind(String property, String title) {
        this.property = property;
        this.title = title;
    }

    /** Returns the property of a managed policy that lists those of this kind. */
    String property() {
        return property;
    }

    /** Returns the name of one with what it is, for people. */
    String named(String name) {
        return title + " " + name;
    }
}
