// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.engine;

import io.github.dkpbootstrap.policy.Statement;

/**
 * A statement and where it stands.
 *
 * @param level the level of a service or resource control policy, from 0; 0 for others
 * @param location such as {@code identity[0].Statement[2]}
 */
record StatementPlace(Layer layer, int level, String location, Statement statement) {}
