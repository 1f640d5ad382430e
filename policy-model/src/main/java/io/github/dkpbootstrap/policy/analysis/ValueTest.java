// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.analysis;

import io.github.dkpbootstrap.policy.Comparison;

/**
 * Whether one value of a request matches one value of a condition (rule 16). A negated comparison is asked as its
 * positive: the caller negates. A value that is malformed on either side matches nothing.
 */
interface ValueTest {
    boolean matches(Comparison comparison, String given, String wanted);

    /** Returns the test for the values of a family. */
    static ValueTest of(Comparison.Family family, Variables variables) {
        return switch (family) {
            case STRING -> new StringTest(variables);
            case NUMERIC -> new NumericTest();
            case DATE -> new DateTest();
            case BOOL -> new BoolTest();
            case BINARY -> new BinaryTest();
            case IP -> new IpTest();
            case ARN -> new ArnTest(variables);
            case NULL -> throw new IllegalArgumentException("Null asks for the key, not for its values");
        };
    }
}
