// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors

/** A page as values, and the two forms that it is written in. Knows nothing of policies. */
@NullMarked
package io.github.dkpbootstrap.policy.report.page;

import org.jspecify.annotations.NullMarked;
