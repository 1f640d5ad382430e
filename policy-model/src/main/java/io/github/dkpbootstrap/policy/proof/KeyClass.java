// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.proof;

import java.util.BitSet;
import java.util.List;

/** The conditions on a key that hold together, and values of the key for which they do; none where the key is absent. */
record KeyClass(BitSet holding, List<String> values) {}
