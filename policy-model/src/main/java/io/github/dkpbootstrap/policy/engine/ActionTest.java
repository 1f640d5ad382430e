// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.engine;

import io.github.dkpbootstrap.policy.PolicyString;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The element {@code Action} or {@code NotAction} of a statement. */
final class ActionTest {
    /** Which of the two elements it is. */
    enum Element {
        ACTION,
        NOT_ACTION
    }

    private final Element element;
    private final boolean coversEverything;
    private final boolean open;
    private final NamePattern[] patterns;
    private final NamePattern[] globs;
    private final ActionTable<Boolean> literals;

    ActionTest(Element element, List<PolicyString> written) {
        this.element = element;
        coversEverything =
                written.stream().flatMap(each -> each.text().stream()).anyMatch(NamePattern::isEverything);
        open = written.stream().anyMatch(each -> each.text().isEmpty());
        patterns = written.stream()
                .flatMap(each -> each.text().stream())
                .filter(text -> !NamePattern.isEverything(text))
                .map(NamePattern::of)
                .filter(pattern -> !pattern.matchesNothing())
                .toArray(NamePattern[]::new);
        globs = Stream.of(patterns).filter(pattern -> !pattern.isLiteral()).toArray(NamePattern[]::new);
        Map<String, Boolean> keys = new HashMap<>();
        Stream.of(patterns).filter(NamePattern::isLiteral).forEach(pattern -> keys.put(pattern.tableAction(), true));
        literals = new ActionTable<>(keys, false);
    }

    Answer answer(RequestView request) {
        Answer listed = isListed(request) ? Answer.YES : open ? Answer.OPEN : Answer.NO;
        return element == Element.ACTION ? listed : listed.not();
    }

    private boolean isListed(RequestView request) {
        if (coversEverything) {
            return true;
        }
        if (!request.isAscii()) {
            return any(patterns, request);
        }
        return request.byAction(literals) || any(globs, request);
    }

    private static boolean any(NamePattern[] patterns, RequestView request) {
        for (NamePattern pattern : patterns) {
            if (pattern.matches(request)) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether the statement can match any action, so that no table can leave it out. */
    boolean isUnbounded() {
        return element == Element.NOT_ACTION || coversEverything || open;
    }

    /** Returns the patterns; of use only if not {@link #isUnbounded()}. */
    List<NamePattern> patterns() {
        return List.of(patterns);
    }
}
