// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.proof;

import io.github.dkpbootstrap.policy.Comparison;
import io.github.dkpbootstrap.policy.proof.Glob.Loop;
import io.github.dkpbootstrap.policy.proof.Readings.Rule;
import io.github.dkpbootstrap.policy.proof.WrittenPattern.Part;
import io.github.dkpbootstrap.policy.proof.WrittenPattern.Wildcards;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a value of a String, Arn or Bool condition matches. */
final class TextValues {
    private static final int COLONS_OF_AN_ARN = 5;

    private final Readings readings;

    TextValues(Readings readings) {
        this.readings = readings;
    }

    /** Returns what a value matches; a negated comparison is asked as its positive. */
    Meaning meaning(Comparison comparison, String wanted, Optional<VariableValues> variables) {
        return switch (comparison) {
            case BOOL -> bool(wanted, variables);
            case STRING_EQUALS, STRING_NOT_EQUALS -> text(comparison, wanted, Wildcards.NONE, variables);
            case STRING_EQUALS_IGNORE_CASE, STRING_NOT_EQUALS_IGNORE_CASE ->
                text(comparison, wanted, Wildcards.NONE, variables);
            default -> text(comparison, wanted, Wildcards.STAR_AND_QUESTION_MARK, variables);
        };
    }

    private Meaning bool(String wanted, Optional<VariableValues> variables) {
        String lower = ActionNames.folded(wanted);
        if (lower.equals("true") || lower.equals("false")) {
            return new Meaning.Matching(new Glob.Builder().folded(lower).build());
        }
        boolean hasVariable = variables.isPresent() && wanted.contains("${");
        return hasVariable && readings.isOther(Rule.BOOL_VARIABLES)
                ? new Meaning.Open("Bool " + wanted, Glob.everything())
                : Meaning.nothing();
    }

    private static Meaning text(
            Comparison comparison, String wanted, Wildcards wildcards, Optional<VariableValues> variables) {
        Optional<WrittenPattern> written = variables
                .map(values -> WrittenPattern.expanded(wanted, wildcards, values))
                .orElseGet(() -> Optional.of(WrittenPattern.plain(wanted, wildcards)));
        if (written.isEmpty()) {
            return Meaning.nothing();
        }
        if (written.get().hasUnknown()) {
            return new Meaning.Open(positive(comparison) + " " + wanted, Glob.everything());
        }
        if (comparison.family() == Comparison.Family.ARN) {
            return arn(written.get());
        }
        return new Meaning.Matching(
                positive(comparison).equals(Comparison.STRING_EQUALS_IGNORE_CASE.text())
                        ? folded(written.get())
                        : written.get().toGlob());
    }

    /** Returns the name of the comparison without its negation: two that differ in that alone match the same. */
    private static String positive(Comparison comparison) {
        return comparison.family() == Comparison.Family.ARN
                ? "Arn"
                : comparison.text().replace("Not", "");
    }

    private static Glob folded(WrittenPattern written) {
        Glob.Builder glob = new Glob.Builder();
        for (Part part : written.parts()) {
            glob.folded(Character.toString(((Part.Letter) part).codePoint()));
        }
        return glob.build();
    }

    /** Rule 16f: six fields, each with wildcards of its own; only the last can hold colons; the first is {@code arn}. */
    private static Meaning arn(WrittenPattern written) {
        List<Integer> colons = new ArrayList<>();
        for (int i = 0; i < written.parts().size() && colons.size() < COLONS_OF_AN_ARN; i++) {
            if (written.parts().get(i).equals(new Part.Letter(':'))) {
                colons.add(i);
            }
        }
        if (colons.size() < COLONS_OF_AN_ARN) {
            return Meaning.nothing();
        }
        List<Part> parts = written.parts();
        Glob first = new WrittenPattern(parts.subList(0, colons.get(0))).toGlob();
        if (!GlobText.matches(first, "arn")) {
            return Meaning.nothing();
        }
        int last = colons.get(COLONS_OF_AN_ARN - 1);
        Glob.Builder glob = new Glob.Builder().literal("arn");
        parts.subList(colons.get(0), last + 1).forEach(part -> addInField(part, glob));
        parts.subList(last + 1, parts.size()).forEach(part -> WrittenPattern.add(part, glob));
        return new Meaning.Matching(glob.build());
    }

    private static void addInField(Part part, Glob.Builder glob) {
        if (part instanceof Part.Run) {
            glob.loop(Loop.IN_SEGMENT);
        } else if (part instanceof Part.One) {
            glob.symbol(Glob.ONE_IN_SEGMENT);
        } else {
            WrittenPattern.add(part, glob);
        }
    }
}
