// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.analysis;

import io.github.dkpbootstrap.policy.Comparison;

/** The operator Bool: {@code true} and {@code false}, in upper or lower case; anything else matches nothing. */
final class BoolTest implements ValueTest {
    @Override
    public boolean matches(Comparison comparison, String given, String wanted) {
        return given.equalsIgnoreCase(wanted) && (given.equalsIgnoreCase("true") || given.equalsIgnoreCase("false"));
    }
}
