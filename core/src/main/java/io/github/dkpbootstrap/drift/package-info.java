// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors

/**
 * What a stack's resources are, held against what its template says; and bringing them back. Internal: users get
 * {@link io.github.dkpbootstrap.DkpDrift} and {@link io.github.dkpbootstrap.DriftReversion}.
 */
@NullMarked
package io.github.dkpbootstrap.drift;

import org.jspecify.annotations.NullMarked;
