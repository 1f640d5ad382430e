// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors

/**
 * STS: sessions of roles.
 */
@NullMarked
package io.github.dkpbootstrap.testkit.internal.sts;

import org.jspecify.annotations.NullMarked;
