// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors

/**
 * The metadata services of EC2 instances, version 2.
 */
@NullMarked
package io.github.dkpbootstrap.testkit.internal.imds;

import org.jspecify.annotations.NullMarked;
