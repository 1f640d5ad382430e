// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy;

import io.github.dkpbootstrap.policy.internal.JsonPath;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Where a reader is in a document. The text of the path is made only when it is asked for: a reader has a path for every
 * value, and an error for at most one.
 */
final class ReaderPath {
    static final ReaderPath ROOT = new ReaderPath(Optional.empty(), UnaryOperator.identity());

    private final Optional<ReaderPath> parent;
    private final UnaryOperator<String> step;

    private ReaderPath(Optional<ReaderPath> parent, UnaryOperator<String> step) {
        this.parent = parent;
        this.step = step;
    }

    /** Returns the path of a member. */
    ReaderPath child(String name) {
        return new ReaderPath(Optional.of(this), path -> JsonPath.child(path, name));
    }

    /** Returns the path of an element, counted from 0. */
    ReaderPath element(int index) {
        return new ReaderPath(Optional.of(this), path -> JsonPath.element(path, index));
    }

    @Override
    public String toString() {
        Deque<UnaryOperator<String>> steps = new ArrayDeque<>();
        for (Optional<ReaderPath> at = Optional.of(this); at.isPresent(); at = at.get().parent) {
            steps.push(at.get().step);
        }
        String path = JsonPath.ROOT;
        for (UnaryOperator<String> each : steps) {
            path = each.apply(path);
        }
        return path;
    }
}
