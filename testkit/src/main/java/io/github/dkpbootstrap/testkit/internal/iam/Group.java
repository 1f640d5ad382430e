// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.iam;

/** An IAM group. Who is a member, the users know. */
public final class Group extends Principal {
    Group(Origin origin) {
        super(origin);
    }
}
