// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors

/**
 * Prepares an AWS account for DKP clusters. Start at {@link io.github.dkpbootstrap.DkpBootstrap}: everything else is what
 * it takes and returns.
 */
@NullMarked
package io.github.dkpbootstrap;

import org.jspecify.annotations.NullMarked;
