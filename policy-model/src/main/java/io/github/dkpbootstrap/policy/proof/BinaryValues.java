// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.proof;

import io.github.dkpbootstrap.policy.Comparison;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Bytes in Base64: the regions are the values of the conditions, and all others. */
final class BinaryValues implements ValueType {
    private static final String NO_BASE64 = "%";

    @Override
    public Predicate<String> test(Comparison comparison, String wanted) {
        Optional<String> bytes = canonical(wanted);
        return given -> bytes.isPresent() && canonical(given).equals(bytes);
    }

    @Override
    public Samples samples(List<String> wanted) {
        Set<String> values = wanted.stream()
                .flatMap(text -> canonical(text).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        List<String> texts = new ArrayList<>(List.of(NO_BASE64));
        texts.addAll(values);
        String other = "x";
        while (values.contains(encoded(other))) {
            other += "x";
        }
        texts.add(encoded(other));
        return new Samples(texts, true);
    }

    private static String encoded(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Returns the one way, of those that Base64 allows, in which the bytes are written here. */
    private static Optional<String> canonical(String text) {
        try {
            return Optional.of(
                    Base64.getEncoder().encodeToString(Base64.getDecoder().decode(text)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
