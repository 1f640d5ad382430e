// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.engine;

import java.util.List;

/** A condition on the values of a key. */
final class ValueCondition implements ConditionTest {
    /** How several values of the request are taken. */
    enum Several {
        REFUSED,
        ALL,
        ANY
    }

    private final ContextKey key;
    private final Values values;
    private final Several several;
    private final Answer ifAbsent;
    private final Answer ifMatched;
    private final Answer ifUnmatched;

    ValueCondition(
            ContextKey key, Values values, Several several, Answer ifAbsent, Answer ifMatched, Answer ifUnmatched) {
        this.key = key;
        this.values = values;
        this.several = several;
        this.ifAbsent = ifAbsent;
        this.ifMatched = ifMatched;
        this.ifUnmatched = ifUnmatched;
    }

    @Override
    public Answer answer(RequestView request) {
        List<String> given = key.values(request);
        if (given.isEmpty()) {
            return ifAbsent;
        }
        if (several == Several.REFUSED && given.size() > 1) {
            return Answer.NO;
        }
        Answer answer = one(given.get(0), request);
        for (int i = 1; i < given.size(); i++) {
            Answer next = one(given.get(i), request);
            answer = several == Several.ALL ? answer.and(next) : answer.or(next);
        }
        return answer;
    }

    private Answer one(String given, RequestView request) {
        return values.match(given, request) ? ifMatched : ifUnmatched;
    }
}
