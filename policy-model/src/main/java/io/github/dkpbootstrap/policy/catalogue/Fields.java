// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.catalogue;

import io.github.dkpbootstrap.policy.InvalidCatalogueException;

/** The fields of a line, one after the other. */
final class Fields {
    private final String line;
    private int at;

    Fields(String line) {
        this.line = line;
    }

    boolean hasNext() {
        return at <= line.length();
    }

    String next() {
        if (!hasNext()) {
            throw new InvalidCatalogueException("a field is missing");
        }
        int tab = line.indexOf('\t', at);
        int end = tab < 0 ? line.length() : tab;
        String field = line.substring(at, end);
        at = end + 1;
        return field;
    }

    int number() {
        return number(next());
    }

    static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new InvalidCatalogueException("'" + text + "' is no number");
        }
    }
}
