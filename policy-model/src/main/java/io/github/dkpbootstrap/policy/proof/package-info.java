// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors

/**
 * Proofs that one document permits no more than another: one search over the products of all their patterns and of the
 * regions that their conditions cut. Shares no matching code with the interpreter, which judges every counterexample.
 */
@NullMarked
package io.github.dkpbootstrap.policy.proof;

import org.jspecify.annotations.NullMarked;
