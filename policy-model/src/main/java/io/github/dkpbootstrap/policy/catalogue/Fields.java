// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.catalogue;

import io.github.dkpbootstrap.policy.InvalidCatalogueException;

/** The fields of a line, one after the other. */
final class Fields {
    private final String text;
    private final int end;
    private int at;

    Fields(String text, int start, int end) {
        this.text = text;
        this.at = start;
        this.end = end;
    }

    boolean hasNext() {
        return at <= end;
    }

    String next() {
        if (!hasNext()) {
            throw new InvalidCatalogueException("a field is missing");
        }
        int tab = text.indexOf('\t', at);
        int stop = tab < 0 || tab > end ? end : tab;
        String field = text.substring(at, stop);
        at = stop + 1;
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
