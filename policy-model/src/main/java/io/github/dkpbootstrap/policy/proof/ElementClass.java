// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.proof;

import java.util.BitSet;

/** The statements whose element matches one text, and the text. */
record ElementClass(BitSet statements, String witness) {}
