// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.analysis;

import io.github.dkpbootstrap.policy.analysis.PatternText.Wildcards;

/** Whether a pattern of {@code Resource} covers the resource of a request (rule 11). */
final class ResourceMatching {
    private static final int FIELDS = 6;
    private static final int SERVICE = 2;
    private static final int RESOURCE = 5;

    private final Variables variables;
    private final PolicyKind kind;

    ResourceMatching(Variables variables, PolicyKind kind) {
        this.variables = variables;
        this.kind = kind;
    }

    boolean matches(String pattern, String resource) {
        if (pattern.equals("*")) {
            return true;
        }
        String[] wanted = pattern.split(":", FIELDS);
        String[] given = resource.split(":", FIELDS);
        if (!isArnPattern(wanted) || given.length < FIELDS || !given[0].equals("arn")) {
            return false;
        }
        for (int field = 1; field < Math.min(wanted.length, RESOURCE); field++) {
            if (!PatternText.of(wanted[field], Wildcards.PLAIN).matches(given[field])) {
                return false;
            }
        }
        return wanted.length < FIELDS
                || variables
                        .expand(wanted[RESOURCE], Wildcards.SEGMENTS)
                        .map(last -> last.matches(given[RESOURCE]))
                        .orElse(false);
    }

    private boolean isArnPattern(String... fields) {
        return fields[0].equals("arn")
                && fields.length > SERVICE
                && (fields.length == FIELDS || kind.fillsShortArns())
                && fields[SERVICE].indexOf('*') < 0
                && fields[SERVICE].indexOf('?') < 0;
    }
}
