// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors

/**
 * What all services of the local AWS stand on: its account, its time line, its random ids.
 */
@NullMarked
package io.github.dkpbootstrap.testkit.internal;

import org.jspecify.annotations.NullMarked;
