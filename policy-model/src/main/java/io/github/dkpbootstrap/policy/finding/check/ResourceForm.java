// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

/** How a statement covers resources. */
enum ResourceForm {
    /** By a wildcard in {@code Resource}. */
    STAR,
    /** By leaving them out of {@code NotResource}. */
    NOT
}
