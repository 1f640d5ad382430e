// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.engine;

import io.github.dkpbootstrap.policy.Comparison;
import java.util.List;

/** Reads the values of a condition for its operator. */
final class ValuesReader {
    private final VariableUse variables;

    ValuesReader(VariableUse variables) {
        this.variables = variables;
    }

    Values read(Comparison comparison, List<String> written) {
        return switch (comparison) {
            case STRING_EQUALS, STRING_NOT_EQUALS -> new EqualTexts(texts(written));
            case STRING_EQUALS_IGNORE_CASE, STRING_NOT_EQUALS_IGNORE_CASE -> new EqualTextsIgnoringCase(texts(written));
            case STRING_LIKE, STRING_NOT_LIKE ->
                new LikeTexts(templates(written, Wildcards.EVERYWHERE).stream()
                        .map(FilledGlob::new)
                        .toList());
            case ARN_EQUALS, ARN_LIKE, ARN_NOT_EQUALS, ARN_NOT_LIKE ->
                new LikeArns(templates(written, Wildcards.EVERYWHERE));
            case NUMERIC_EQUALS,
                    NUMERIC_NOT_EQUALS,
                    NUMERIC_LESS_THAN,
                    NUMERIC_LESS_THAN_EQUALS,
                    NUMERIC_GREATER_THAN,
                    NUMERIC_GREATER_THAN_EQUALS ->
                new OrderedValues<>(written, Relation.of(comparison), DecimalText::read);
            case DATE_EQUALS,
                    DATE_NOT_EQUALS,
                    DATE_LESS_THAN,
                    DATE_LESS_THAN_EQUALS,
                    DATE_GREATER_THAN,
                    DATE_GREATER_THAN_EQUALS -> new OrderedValues<>(written, Relation.of(comparison), MomentText::read);
            case BOOL -> new TruthValues(written);
            case BINARY_EQUALS -> new EqualBytes(written);
            case IP_ADDRESS, NOT_IP_ADDRESS -> new AddressRanges(written);
            case NULL -> throw new IllegalArgumentException("Null asks for the key, not for its values");
        };
    }

    /** Returns whether the operator holds where none of its values matches (rule 17b). */
    static boolean isNegated(Comparison comparison) {
        return switch (comparison) {
            case STRING_NOT_EQUALS,
                    STRING_NOT_EQUALS_IGNORE_CASE,
                    STRING_NOT_LIKE,
                    NUMERIC_NOT_EQUALS,
                    DATE_NOT_EQUALS,
                    NOT_IP_ADDRESS,
                    ARN_NOT_EQUALS,
                    ARN_NOT_LIKE -> true;
            default -> false;
        };
    }

    private List<FilledText> texts(List<String> written) {
        return templates(written, Wildcards.NONE).stream().map(FilledText::new).toList();
    }

    private List<Template> templates(List<String> written, Wildcards wildcards) {
        return written.stream()
                .map(text -> TemplateReader.read(text, wildcards, variables))
                .toList();
    }
}
