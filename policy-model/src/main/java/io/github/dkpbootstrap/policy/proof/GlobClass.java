// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.proof;

import java.util.BitSet;

/** The texts that match exactly these of several patterns, and the shortest of them. */
record GlobClass(BitSet matches, String witness) {}
