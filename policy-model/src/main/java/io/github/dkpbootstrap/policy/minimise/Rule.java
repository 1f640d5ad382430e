// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.minimise;

import java.util.List;
import java.util.stream.Stream;

/** Proposes rewrites. It need not be right: what is not proved is not done. */
@FunctionalInterface
interface Rule {
    /** Returns proposals for these statements, in no order that matters. */
    Stream<Rewrite> proposals(List<Part> parts);
}
