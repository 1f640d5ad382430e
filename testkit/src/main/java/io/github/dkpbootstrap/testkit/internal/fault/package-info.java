// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
/** What can go wrong in the local AWS because a test wants it to. */
@NullMarked
package io.github.dkpbootstrap.testkit.internal.fault;

import org.jspecify.annotations.NullMarked;
