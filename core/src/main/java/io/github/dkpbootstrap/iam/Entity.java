// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.iam;

/**
 * Somebody who uses a managed policy.
 *
 * @param kind what it is
 * @param name its name, without its path
 */
public record Entity(EntityKind kind, String name) {
    /** Returns the name with what it is, for people. */
    public String describe() {
        return kind.named(name);
    }
}
