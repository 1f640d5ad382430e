// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors

/**
 * The instance profile of the stack on EC2 instances. Needs the SDK's {@code ec2} on the class path, which the rest of the
 * library does not. Start at {@link io.github.dkpbootstrap.ec2.DkpInstances}.
 */
@NullMarked
package io.github.dkpbootstrap.ec2;

import org.jspecify.annotations.NullMarked;
