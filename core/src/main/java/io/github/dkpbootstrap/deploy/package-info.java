// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors

/**
 * Operations on the stack. {@link io.github.dkpbootstrap.deploy.StackDecision} decides what a status asks for,
 * {@link io.github.dkpbootstrap.deploy.StackDeployer} does it, and what happens is told to a
 * {@link io.github.dkpbootstrap.deploy.StackListener}.
 */
@NullMarked
package io.github.dkpbootstrap.deploy;

import org.jspecify.annotations.NullMarked;
