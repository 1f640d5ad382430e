// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors

/** Tests of the sessions, on virtual time and against an STS that is a script. */
@NullMarked
package io.github.dkpbootstrap.sts;

import org.jspecify.annotations.NullMarked;
