// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors

/**
 * Signature Version 4, from the server's side.
 */
@NullMarked
package io.github.dkpbootstrap.testkit.internal.sigv4;

import org.jspecify.annotations.NullMarked;
