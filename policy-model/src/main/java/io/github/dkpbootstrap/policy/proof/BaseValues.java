// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.proof;

import io.github.dkpbootstrap.policy.Comparison.Family;
import io.github.dkpbootstrap.policy.proof.BaseValue.Certainty;
import io.github.dkpbootstrap.policy.proof.GlobProduct.Empty;
import io.github.dkpbootstrap.policy.proof.ValueType.Samples;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All regions into which the conditions on a key cut its values. */
final class BaseValues {
    private final ValueTests tests;
    private final OpenParts openParts;
    private final Budget budget;
    private final GlobText texts;
    private final List<Glob> globs;
    private final Map<BitSet, BaseValue> found = new LinkedHashMap<>();
    private final Map<Family, List<String>> samples = new EnumMap<>(Family.class);
    private boolean complete = true;

    BaseValues(ValueTests tests, OpenParts openParts, Budget budget) {
        this.tests = tests;
        this.openParts = openParts;
        this.budget = budget;
        this.globs = tests.globs();
        this.texts = new GlobText(globs);
        tests.typed().forEach((family, wanted) -> {
            Samples each = ValueType.of(family).orElseThrow().samples(wanted);
            complete &= each.complete();
            samples.put(family, each.texts());
        });
    }

    /** Returns whether every region is among {@link #all}: if not, none found proves nothing. */
    boolean isComplete() {
        return complete;
    }

    /** Returns whether a value is compared in several ways, so that regions can be without values. */
    boolean isMixed() {
        return samples.size() > 1 || (samples.size() == 1 && !globs.isEmpty());
    }

    /** Returns the regions of one given value. */
    List<BaseValue> of(String text) {
        found.clear();
        add(text);
        return List.copyOf(found.values());
    }

    List<BaseValue> all() {
        List<GlobClass> classes = GlobProduct.classes(globs, Empty.COUNTS, budget);
        add(ValueType.MALFORMED);
        classes.forEach(each -> add(each.witness()));
        samples.values().forEach(each -> each.forEach(this::add));
        if (isMixed() && openParts == OpenParts.EITHER_WAY) {
            classes.stream().filter(each -> !hasLiteral(each)).forEach(each -> combine(each, List.of()));
        }
        return List.copyOf(found.values());
    }

    private boolean hasLiteral(GlobClass each) {
        return each.matches().stream().anyMatch(number -> globs.get(number).isLiteral());
    }

    /** Adds the combinations of a text region with regions of every type, for want of knowing which have values. */
    private void combine(GlobClass text, List<String> chosen) {
        if (chosen.size() < samples.size()) {
            List<String> next = new ArrayList<>(samples.values()).get(chosen.size());
            for (String sample : next) {
                List<String> more = new ArrayList<>(chosen);
                more.add(sample);
                combine(text, more);
            }
            return;
        }
        Map<Family, String> values = new EnumMap<>(Family.class);
        int i = 0;
        for (Family family : samples.keySet()) {
            values.put(family, chosen.get(i++));
        }
        add(text.matches(), values, text.witness(), Certainty.UNSURE);
    }

    private void add(String text) {
        Map<Family, String> values = new EnumMap<>(Family.class);
        samples.keySet().forEach(family -> values.put(family, text));
        add(texts.matches(text), values, text, Certainty.SURE);
    }

    private void add(BitSet matches, Map<Family, String> values, String text, Certainty certainty) {
        Set<Glob> matched = new LinkedHashSet<>();
        matches.stream().forEach(number -> matched.add(globs.get(number)));
        for (BitSet holding : tests.holding(matched, values, openParts)) {
            budget.spend(1L + globs.size());
            found.putIfAbsent(holding, new BaseValue(holding, text, certainty));
        }
    }
}
