// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.proof;

import io.github.dkpbootstrap.policy.proof.Glob.Loop;
import io.github.dkpbootstrap.policy.proof.Readings.Rule;
import io.github.dkpbootstrap.policy.proof.WrittenPattern.Part;
import io.github.dkpbootstrap.policy.proof.WrittenPattern.Wildcards;
import java.util.Optional;

/** What a written pattern of resources matches (rule 11), under one reading of the rule. */
final class ResourceTexts {
    private static final int FIELDS = 6;
    private static final int SERVICE = 2;
    private static final int RESOURCE = 5;

    private final boolean fillsShortArns;
    private final boolean crossesColons;

    ResourceTexts(DocumentKind kind, Readings readings) {
        fillsShortArns = kind.fillsShortArns() != readings.isOther(Rule.SHORT_ARNS);
        crossesColons = readings.isOther(Rule.COLONS);
    }

    /** Returns what the pattern matches in a document with these values of variables; none, where it has no variables. */
    Meaning meaning(String pattern, Optional<VariableValues> variables) {
        if (pattern.equals("*")) {
            return new Meaning.Matching(Glob.everything());
        }
        String[] fields = pattern.split(":", FIELDS);
        if (!canMatch(fields)) {
            return Meaning.nothing();
        }
        Glob.Builder glob = new Glob.Builder().literal("arn");
        for (int i = 1; i < Math.min(fields.length, RESOURCE); i++) {
            glob.symbol(':');
            WrittenPattern.plain(fields[i], Wildcards.STAR_AND_QUESTION_MARK)
                    .parts()
                    .forEach(part -> addInField(part, glob));
        }
        if (fields.length < FIELDS) {
            return new Meaning.Matching(filled(fields.length, glob));
        }
        return last(pattern, fields[RESOURCE], variables, glob.symbol(':'));
    }

    private boolean canMatch(String... fields) {
        return fields[0].equals("arn")
                && fields.length > SERVICE
                && (fields.length == FIELDS || fillsShortArns)
                && fields[SERVICE].indexOf('*') < 0
                && fields[SERVICE].indexOf('?') < 0;
    }

    private static Glob filled(int present, Glob.Builder glob) {
        for (int i = present; i < RESOURCE; i++) {
            glob.symbol(':').loop(Loop.IN_SEGMENT);
        }
        return glob.symbol(':').loop(Loop.ANY).build();
    }

    private Meaning last(String pattern, String field, Optional<VariableValues> variables, Glob.Builder glob) {
        Optional<WrittenPattern> written = variables
                .map(values -> WrittenPattern.expanded(field, Wildcards.STAR_AND_QUESTION_MARK, values))
                .orElseGet(() -> Optional.of(WrittenPattern.plain(field, Wildcards.STAR_AND_QUESTION_MARK)));
        if (written.isEmpty()) {
            return Meaning.nothing();
        }
        written.get().parts().forEach(part -> addInLast(part, glob));
        return written.get().hasUnknown()
                ? new Meaning.Open("resource " + pattern, glob.build())
                : new Meaning.Matching(glob.build());
    }

    /** Adds a part of a field before the last: a wildcard stays in its field, unless it is read to cross colons. */
    private void addInField(Part part, Glob.Builder glob) {
        add(part, Loop.IN_SEGMENT, glob);
    }

    /** Adds a part of the last field, where a run that ends its segment matches colons too. */
    private void addInLast(Part part, Glob.Builder glob) {
        boolean ends = part instanceof Part.Run run && run.endsSegment();
        add(part, ends ? Loop.ANY : Loop.IN_SEGMENT, glob);
    }

    private void add(Part part, Loop run, Glob.Builder glob) {
        if (crossesColons || part instanceof Part.Letter || part instanceof Part.Unknown) {
            WrittenPattern.add(part, glob);
        } else if (part instanceof Part.Run) {
            glob.loop(run);
        } else {
            glob.symbol(Glob.ONE_IN_SEGMENT);
        }
    }
}
