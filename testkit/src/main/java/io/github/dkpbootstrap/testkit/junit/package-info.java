// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors

/** The local AWS as a part of JUnit 5 tests. */
@NullMarked
package io.github.dkpbootstrap.testkit.junit;

import org.jspecify.annotations.NullMarked;
