// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.proof;

import io.github.dkpbootstrap.policy.ActionPattern;
import io.github.dkpbootstrap.policy.ResourcePattern;
import io.github.dkpbootstrap.policy.proof.GlobProduct.Empty;
import io.github.dkpbootstrap.policy.proof.Readings.Rule;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether one pattern matches everything that another one does, whatever the request: exact for texts, and false where an
 * intrinsic or a policy variable leaves it open. Patterns with a very large product count as not covered.
 */
public final class PatternCover {
    private static final long STEPS = 20_000;
    /** What making two patterns ready for a comparison counts. */
    private static final long COMPARISON = 20;

    private static final List<Readings> ALL_READINGS = Stream.concat(
                    Stream.of(Readings.CHOSEN), Readings.others(Set.of(Rule.COLONS, Rule.SHORT_ARNS)).stream())
            .collect(Collectors.toUnmodifiableList());

    private PatternCover() {}

    /** Returns whether {@code wide} covers every action that {@code narrow} covers. */
    public static boolean actionCovers(ActionPattern wide, ActionPattern narrow) {
        return actionCovers(wide, narrow, new Budget(STEPS));
    }

    static boolean actionCovers(ActionPattern wide, ActionPattern narrow, Budget budget) {
        if (wide.value().equals(narrow.value())) {
            return true;
        }
        if (wide.value().text().isEmpty() || narrow.value().text().isEmpty()) {
            return false;
        }
        if (!budget.trySpend(COMPARISON)) {
            return false;
        }
        String wideText = wide.value().requireText();
        String narrowText = narrow.value().requireText();
        if (ActionNames.coversAllServices(wideText)) {
            return true;
        }
        Optional<String> service = ActionNames.service(narrowText).map(ActionNames::folded);
        return ActionNames.coversAllServices(narrowText)
                ? false
                : service.map(folded -> covers(
                                ActionNames.in(folded, wideText),
                                ActionNames.in(folded, narrowText),
                                Empty.DOES_NOT,
                                budget))
                        .orElse(true);
    }

    /**
     * Returns whether {@code wide} covers every resource that {@code narrow} covers, in documents with and without
     * variables: without, a <code>${*}</code> is text with a wildcard in it.
     */
    public static boolean resourceCovers(ResourcePattern wide, ResourcePattern narrow) {
        return resourceCovers(wide, narrow, new Budget(STEPS));
    }

    static boolean resourceCovers(ResourcePattern wide, ResourcePattern narrow, Budget budget) {
        if (wide.value().equals(narrow.value())) {
            return true;
        }
        if (wide.value().text().isEmpty() || narrow.value().text().isEmpty()) {
            return wide.value().text().equals(Optional.of("*"));
        }
        boolean arePlain = isPlain(wide) && isPlain(narrow);
        if (!budget.trySpend(arePlain ? 1 : COMPARISON) || arePlain) {
            return false;
        }
        boolean canHaveVariables = wide.value().requireText().contains("${")
                || narrow.value().requireText().contains("${");
        return covers(wide, narrow, Optional.of(VariableValues.unknown()), budget)
                && (!canHaveVariables || covers(wide, narrow, Optional.empty(), budget));
    }

    private static boolean covers(
            ResourcePattern wide, ResourcePattern narrow, Optional<VariableValues> variables, Budget budget) {
        for (Readings readings : ALL_READINGS) {
            ResourceTexts texts = new ResourceTexts(DocumentKind.IDENTITY, readings);
            if (!covers(
                    texts.meaning(wide.value().requireText(), variables),
                    texts.meaning(narrow.value().requireText(), variables),
                    Empty.COUNTS,
                    budget)) {
                return false;
            }
        }
        return true;
    }

    /** Returns whether a pattern is a whole ARN without wildcards and variables: two of them are equal, or differ. */
    private static boolean isPlain(ResourcePattern pattern) {
        String text = pattern.value().requireText();
        return text.startsWith("arn:") && PatternStart.isWhole(text) && text.split(":", 6).length == 6;
    }

    private static boolean covers(Meaning wide, Meaning narrow, Empty empty, Budget budget) {
        if (narrow instanceof Meaning.Nothing) {
            return true;
        }
        if (!(wide instanceof Meaning.Matching outer)) {
            return false;
        }
        Glob inner = narrow instanceof Meaning.Matching matching ? matching.glob() : ((Meaning.Open) narrow).bound();
        if (inner.equals(outer.glob()) || outer.glob().isEverything()) {
            return true;
        }
        if (inner.isEverything() && empty == Empty.COUNTS) {
            return false;
        }
        if (inner.isLiteral()) {
            return GlobText.matches(outer.glob(), inner.text());
        }
        try {
            return GlobProduct.classes(List.of(inner, outer.glob()), empty, budget).stream()
                    .noneMatch(each -> each.matches().get(0) && !each.matches().get(1));
        } catch (Budget.SpentException e) {
            return false;
        }
    }
}
