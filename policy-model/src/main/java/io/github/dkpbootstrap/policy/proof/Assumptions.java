// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.proof;

/** What a search takes for given: the values of policy variables, as far as they are known, and how to take open parts. */
record Assumptions(VariableValues variables, OpenParts openParts) {}
