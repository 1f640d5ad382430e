// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.deploy;

/**
 * What a deployment did, and the stack as it is now. Immutable.
 *
 * @param done {@code CREATE}, {@code UPDATE} or {@code IMPORT}, or {@code READ} where nothing needed to be done
 * @param stack the stack
 */
public record Deployed(StackOperation done, StackSnapshot stack) {}
