// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import io.github.dkpbootstrap.policy.OneOrMore;
import io.github.dkpbootstrap.policy.PolicyString;
import io.github.dkpbootstrap.policy.internal.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A part of a document, and its path. */
record At<T>(T value, String path) {
    /** Returns the values of an element with their paths: that of the element where it is written without brackets. */
    static <T> List<At<T>> each(OneOrMore<T> values, String path) {
        if (values.shape() == OneOrMore.Shape.SCALAR) {
            return List.of(new At<>(values.values().get(0), path));
        }
        List<At<T>> all = new ArrayList<>();
        values.forEach(value -> all.add(new At<>(value, JsonPath.element(path, all.size()))));
        return all;
    }

    /** Returns those parts that are text. */
    static <T> List<At<String>> texts(List<At<T>> parts, Function<T, PolicyString> string) {
        return parts.stream()
                .flatMap(part -> string.apply(part.value()).text().stream().map(text -> new At<>(text, part.path())))
                .collect(Collectors.toList());
    }
}
