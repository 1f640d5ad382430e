// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors

/**
 * Smaller documents of the same meaning. Each rule proposes to replace some statements by others; the minimiser takes what
 * saves characters and is proved to mean the same.
 */
@NullMarked
package io.github.dkpbootstrap.policy.minimise;

import org.jspecify.annotations.NullMarked;
