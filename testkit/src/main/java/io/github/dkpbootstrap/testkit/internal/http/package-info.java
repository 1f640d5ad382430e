// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors

/**
 * The loopback HTTP server.
 */
@NullMarked
package io.github.dkpbootstrap.testkit.internal.http;

import org.jspecify.annotations.NullMarked;
