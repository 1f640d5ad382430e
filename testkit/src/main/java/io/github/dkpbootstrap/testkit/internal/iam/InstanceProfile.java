// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.iam;

import java.util.Optional;

/** An instance profile: the case in which an EC2 instance carries a role. */
public final class InstanceProfile extends Entity {
    private Optional<Role> role = Optional.empty();

    InstanceProfile(Origin origin) {
        super(origin);
    }

    /** Returns the role in the profile. */
    public Optional<Role> role() {
        return role;
    }

    void setRole(Optional<Role> role) {
        this.role = role;
    }
}
