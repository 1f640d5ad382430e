// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors

/** Tests of what IAM computes. */
@NullMarked
package io.github.dkpbootstrap.testkit.internal.iam;

import org.jspecify.annotations.NullMarked;
