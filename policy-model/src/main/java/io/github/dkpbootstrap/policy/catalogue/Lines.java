// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.catalogue;

import io.github.dkpbootstrap.policy.InvalidCatalogueException;

/** The lines of a part of a text, one after the other; each must end with a line feed. */
final class Lines {
    private final String text;
    private final int end;
    private int at;
    private int last;

    Lines(String text, int start, int end) {
        this.text = text;
        this.at = start;
        this.last = start;
        this.end = end;
    }

    boolean hasNext() {
        return at < end;
    }

    Fields next() {
        int feed = text.indexOf('\n', at);
        if (feed < 0 || feed >= end) {
            throw new InvalidCatalogueException("the text ends within a line");
        }
        last = at;
        at = feed + 1;
        return new Fields(text, last, feed);
    }

    /** Returns {@code e} with the number of the line that was read last, from 1. */
    InvalidCatalogueException located(InvalidCatalogueException e) {
        long line = text.substring(0, last).chars().filter(c -> c == '\n').count() + 1;
        InvalidCatalogueException located =
                new InvalidCatalogueException("Line %d of the catalogue: %s".formatted(line, e.getMessage()));
        located.initCause(e);
        return located;
    }
}
