// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors

/**
 * The wire: parameters of a call in, XML or an error out, in the shapes of AWS's protocols.
 */
@NullMarked
package io.github.dkpbootstrap.testkit.internal.query;

import org.jspecify.annotations.NullMarked;
