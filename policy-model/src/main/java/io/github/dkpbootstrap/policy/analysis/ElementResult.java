// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.analysis;

/** Whether an element of a statement matches the request, and why. */
record ElementResult(Outcome outcome, String reason) {}
