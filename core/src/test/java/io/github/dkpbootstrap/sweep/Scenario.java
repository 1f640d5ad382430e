// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sweep;

import java.util.List;

/** What is wanted, from where, under which circumstances. */
record Scenario(Goal goal, String status, Knob knob) {
    /** No stack has ever had the name. */
    static final String NO_STACK = "NO_STACK";

    static Scenario parse(String text) {
        List<String> parts = List.of(text.split(":"));
        return new Scenario(Goal.valueOf(parts.get(0)), parts.get(1), Knob.valueOf(parts.get(2)));
    }

    @Override
    public String toString() {
        return goal + ":" + status + ":" + knob;
    }
}
