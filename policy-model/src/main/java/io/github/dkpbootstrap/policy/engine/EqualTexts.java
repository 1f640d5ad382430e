// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.engine;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** StringEquals: equal text. */
final class EqualTexts implements Values {
    private final Set<String> fixed;
    private final FilledText[] withVariables;

    EqualTexts(List<FilledText> texts) {
        fixed = texts.stream().flatMap(text -> text.fixed().stream()).collect(Collectors.toUnmodifiableSet());
        withVariables = texts.stream().filter(text -> text.fixed().isEmpty()).toArray(FilledText[]::new);
    }

    @Override
    public boolean match(String given, RequestView request) {
        if (fixed.contains(given)) {
            return true;
        }
        for (FilledText text : withVariables) {
            if (text.text(request).filter(given::equals).isPresent()) {
                return true;
            }
        }
        return false;
    }
}
