// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.proof;

import java.util.List;

/** Callers that every statement names alike: one of them, and how strongly each statement names it. */
record CallerClass(WitnessCaller caller, List<Strength> strengths) {}
