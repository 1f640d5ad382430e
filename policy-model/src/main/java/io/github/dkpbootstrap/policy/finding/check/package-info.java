// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors

/** The checks, one class each, behind the door {@code PolicyChecks}. Not exported. */
@NullMarked
package io.github.dkpbootstrap.policy.finding.check;

import org.jspecify.annotations.NullMarked;
