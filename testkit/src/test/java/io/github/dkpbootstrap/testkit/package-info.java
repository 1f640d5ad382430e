// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors

/** Tests of the local AWS with clients that nobody here wrote. */
@NullMarked
package io.github.dkpbootstrap.testkit;

import org.jspecify.annotations.NullMarked;
