// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors

/** Measurements of this project, to be run by hand. */
@NullMarked
package io.github.dkpbootstrap.benchmarks;

import org.jspecify.annotations.NullMarked;
