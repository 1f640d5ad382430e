// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors

/** What IAM has, read in all its pages, and changed by calls that bear repeating. Internal. */
@NullMarked
package io.github.dkpbootstrap.iam;

import org.jspecify.annotations.NullMarked;
