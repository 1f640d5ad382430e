// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.engine;

import java.util.Arrays;
import java.util.Optional;

/** The pattern of an ARN in a condition: every field can have wildcards, the service included. */
final class ArnValue {
    private static final int FIELDS = 6;

    private final Glob[] fields;

    private ArnValue(Glob... fields) {
        this.fields = fields;
    }

    /** Cuts the symbols at their first five colons; returns nothing for what can match no ARN. */
    static Optional<ArnValue> of(int... symbols) {
        Glob[] fields = new Glob[FIELDS];
        int start = 0;
        int count = 0;
        for (int i = 0; i < symbols.length && count < FIELDS - 1; i++) {
            if (symbols[i] == ':') {
                fields[count++] = new Glob(Arrays.copyOfRange(symbols, start, i));
                start = i + 1;
            }
        }
        fields[count] = new Glob(Arrays.copyOfRange(symbols, start, symbols.length));
        return count == FIELDS - 1 && fields[0].matches("arn") ? Optional.of(new ArnValue(fields)) : Optional.empty();
    }

    boolean matches(ArnText arn) {
        return arn.partitionMatches(fields[1])
                && arn.serviceMatches(fields[2])
                && arn.regionMatches(fields[3])
                && arn.accountMatches(fields[4])
                && arn.resourceMatches(fields[5]);
    }
}
