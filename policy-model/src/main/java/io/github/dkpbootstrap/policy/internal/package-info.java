// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors

/** What the modules of this project share and nobody else should use. */
@NullMarked
package io.github.dkpbootstrap.policy.internal;

import org.jspecify.annotations.NullMarked;
