// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors

/** What the report on a document says: what its entries stand for, counted once, and the sections that say it. */
@NullMarked
package io.github.dkpbootstrap.policy.report;

import org.jspecify.annotations.NullMarked;
