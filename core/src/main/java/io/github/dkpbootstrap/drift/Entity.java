// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.drift;

/** Somebody who uses a managed policy. */
record Entity(EntityKind kind, String name) {
    String describe() {
        return kind.named(name);
    }
}
