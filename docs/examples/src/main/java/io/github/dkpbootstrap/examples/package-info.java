// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors

/** Programs that the guides quote. Start at {@link io.github.dkpbootstrap.examples.Demo}. */
@NullMarked
package io.github.dkpbootstrap.examples;

import org.jspecify.annotations.NullMarked;
