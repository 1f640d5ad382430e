// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.iam;

/** An IAM user. */
public final class User extends Principal {
    User(Origin origin) {
        super(origin);
    }
}
