// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.iam;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** An IAM user. */
public final class User extends Principal {
    private final Set<Group> groups = new LinkedHashSet<>();
    private Optional<LoginProfile> login = Optional.empty();

    User(Origin origin) {
        super(origin);
    }

    /** Returns the groups that the user is a member of; changing the set changes them. */
    public Set<Group> groups() {
        return groups;
    }

    /** Returns what the user signs in to the console with. */
    Optional<LoginProfile> login() {
        return login;
    }

    void setLogin(Optional<LoginProfile> login) {
        this.login = login;
    }
}
