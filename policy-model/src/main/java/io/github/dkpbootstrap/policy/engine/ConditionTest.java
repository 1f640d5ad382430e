// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.engine;

/** A condition of a statement (rules 16 to 19). */
interface ConditionTest {
    Answer answer(RequestView request);
}
