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
    private static final long STEPS = 200_000;

    private static final List<Readings> ALL_READINGS = Stream.concat(
                    Stream.of(Readings.CHOSEN), Readings.others(Set.of(Rule.COLONS, Rule.SHORT_ARNS)).stream())
            .collect(Collectors.toUnmodifiableList());

    private PatternCover() {}

    /** Returns whether {@code wide} covers every action that {@code narrow} covers. */
    public static boolean actionCovers(ActionPattern wide, ActionPattern narrow) {
        if (wide.value().equals(narrow.value())) {
            return true;
        }
        if (wide.value().text().isEmpty() || narrow.value().text().isEmpty()) {
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
                                ActionNames.in(folded, wideText), ActionNames.in(folded, narrowText), Empty.DOES_NOT))
                        .orElse(true);
    }

    /** Returns whether {@code wide} covers every resource that {@code narrow} covers, in an identity policy. */
    public static boolean resourceCovers(ResourcePattern wide, ResourcePattern narrow) {
        if (wide.value().equals(narrow.value())) {
            return true;
        }
        if (wide.value().text().isEmpty() || narrow.value().text().isEmpty()) {
            return wide.value().text().equals(Optional.of("*"));
        }
        Optional<VariableValues> variables = Optional.of(VariableValues.unknown());
        for (Readings readings : ALL_READINGS) {
            ResourceTexts texts = new ResourceTexts(DocumentKind.IDENTITY, readings);
            if (!covers(
                    texts.meaning(wide.value().requireText(), variables),
                    texts.meaning(narrow.value().requireText(), variables),
                    Empty.COUNTS)) {
                return false;
            }
        }
        return true;
    }

    private static boolean covers(Meaning wide, Meaning narrow, Empty empty) {
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
        if (inner.isLiteral()) {
            return GlobText.matches(outer.glob(), inner.text());
        }
        try {
            return GlobProduct.classes(List.of(inner, outer.glob()), empty, new Budget(STEPS)).stream()
                    .noneMatch(each -> each.matches().get(0) && !each.matches().get(1));
        } catch (Budget.SpentException e) {
            return false;
        }
    }
}
