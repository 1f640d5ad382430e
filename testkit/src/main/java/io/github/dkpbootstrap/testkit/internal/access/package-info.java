// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors

/**
 * Who calls and whether they may: identities, their keys, and the gate in front of every handler.
 */
@NullMarked
package io.github.dkpbootstrap.testkit.internal.access;

import org.jspecify.annotations.NullMarked;
