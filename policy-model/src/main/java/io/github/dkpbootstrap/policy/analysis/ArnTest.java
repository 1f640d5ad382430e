// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.analysis;

import io.github.dkpbootstrap.policy.Comparison;
import io.github.dkpbootstrap.policy.analysis.PatternText.Wildcards;
import java.util.List;
import java.util.Optional;

/** The Arn operators, all by wildcards: each of the six fields on its own, so that no {@code *} crosses into the next. */
final class ArnTest implements ValueTest {
    private static final int FIELDS = 6;

    private final Variables variables;

    ArnTest(Variables variables) {
        this.variables = variables;
    }

    @Override
    public boolean matches(Comparison comparison, String given, String wanted) {
        String[] fields = given.split(":", FIELDS);
        Optional<List<PatternText>> patterns =
                variables.expand(wanted, Wildcards.PLAIN).map(pattern -> pattern.fields(FIELDS));
        if (patterns.isEmpty()
                || patterns.get().size() < FIELDS
                || fields.length < FIELDS
                || !fields[0].equals("arn")) {
            return false;
        }
        for (int i = 0; i < FIELDS; i++) {
            if (!patterns.get().get(i).matches(fields[i])) {
                return false;
            }
        }
        return true;
    }
}
