// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors

/** What policies permit: requests decided, with the reason for each statement. */
@NullMarked
package io.github.dkpbootstrap.policy.analysis;

import org.jspecify.annotations.NullMarked;
