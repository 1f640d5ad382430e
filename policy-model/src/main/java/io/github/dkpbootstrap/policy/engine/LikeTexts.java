// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.engine;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** StringLike: text with wildcards. Values without any are looked up. */
final class LikeTexts implements Values {
    private final Set<String> literals;
    private final FilledGlob[] others;

    LikeTexts(List<FilledGlob> globs) {
        Predicate<FilledGlob> isLiteral =
                glob -> glob.fixed().filter(Glob::isLiteral).isPresent();
        literals = globs.stream()
                .filter(isLiteral)
                .map(glob -> glob.fixed().orElseThrow().literal())
                .collect(Collectors.toUnmodifiableSet());
        others = globs.stream().filter(isLiteral.negate()).toArray(FilledGlob[]::new);
    }

    @Override
    public boolean match(String given, RequestView request) {
        if (literals.contains(given)) {
            return true;
        }
        for (FilledGlob glob : others) {
            if (glob.glob(request).filter(pattern -> pattern.matches(given)).isPresent()) {
                return true;
            }
        }
        return false;
    }
}
