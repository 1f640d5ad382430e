// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sweep;

import java.util.List;

/** One run: a fault on the {@code call}-th call of a scenario. */
record Case(Scenario scenario, int call, Fault fault, Retries retries) {
    static Case parse(String text) {
        List<String> parts = List.of(text.split("/"));
        return new Case(
                Scenario.parse(parts.get(0)),
                Integer.parseInt(parts.get(1)),
                Fault.valueOf(parts.get(2)),
                Retries.valueOf(parts.get(3)));
    }

    @Override
    public String toString() {
        return scenario + "/" + call + "/" + fault + "/" + retries;
    }
}
