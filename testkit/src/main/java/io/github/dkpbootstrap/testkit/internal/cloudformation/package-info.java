// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors

/**
 * CloudFormation: templates, stacks, and the operations that move them from state to state.
 */
@NullMarked
package io.github.dkpbootstrap.testkit.internal.cloudformation;

import org.jspecify.annotations.NullMarked;
