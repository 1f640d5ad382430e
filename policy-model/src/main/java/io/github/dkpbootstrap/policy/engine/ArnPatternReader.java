// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.engine;

import java.util.Optional;

/** Reads the patterns of resources as one layer of policies takes them. */
final class ArnPatternReader {
    private static final int FIELDS = 6;
    private static final Glob ANYTHING = new Glob(Glob.RUN);

    private final Layer layer;
    private final VariableUse variables;

    ArnPatternReader(Layer layer, VariableUse variables) {
        this.layer = layer;
        this.variables = variables;
    }

    /** Returns the pattern; nothing for one that matches nothing. */
    Optional<ArnPattern> read(String written) {
        String[] fields = written.split(":", FIELDS);
        boolean isShort = fields.length < FIELDS;
        if (!fields[0].equals("arn") || fields.length < 3 || (isShort && !layer.isOwn()) || hasWildcard(fields[2])) {
            return Optional.empty();
        }
        return Optional.of(new ArnPattern(
                plain(fields[1]),
                fields[2],
                fields.length > 3 ? plain(fields[3]) : ANYTHING,
                fields.length > 4 ? plain(fields[4]) : ANYTHING,
                last(isShort ? "*" : fields[FIELDS - 1])));
    }

    private FilledGlob last(String written) {
        return new FilledGlob(TemplateReader.read(written, Wildcards.IN_SEGMENTS, variables));
    }

    private static Glob plain(String written) {
        return Glob.of(written);
    }

    private static boolean hasWildcard(String text) {
        return text.indexOf('*') >= 0 || text.indexOf('?') >= 0;
    }
}
