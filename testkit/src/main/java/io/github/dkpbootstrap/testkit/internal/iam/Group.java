// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.iam;

/** An IAM group. It has no members. */
public final class Group extends Principal {
    Group(Origin origin) {
        super(origin);
    }
}
