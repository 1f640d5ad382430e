// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.engine;

/** The values of a condition, read once for their operator (rule 16). What is malformed on either side matches nothing. */
interface Values {
    /** Returns whether one of the values matches one value of a request; a negated operator is asked as its positive. */
    boolean match(String given, RequestView request);
}
