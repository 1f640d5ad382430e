// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors

/**
 * What policies permit, compiled: the same answers as the interpreter of {@code policy.analysis}, with no matching code
 * in common, and fast enough to ask a million times a second.
 */
@NullMarked
package io.github.dkpbootstrap.policy.engine;

import org.jspecify.annotations.NullMarked;
