// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.engine;

/** Null: whether the key is there. Values that are neither {@code true} nor {@code false} never hold (rule 16h). */
record NullCondition(ContextKey key, TruthValues wanted, Answer otherwise) implements ConditionTest {
    @Override
    public Answer answer(RequestView request) {
        return wanted.wants(key.values(request).isEmpty()) ? Answer.YES : otherwise;
    }
}
