// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * A path of an error message, such as {@code $.Statement[2].Condition['ForAnyValue:StringLike']}. Its text is made only
 * when it is asked for: a reader has a path for every value, and an error for at most one.
 */
final class JsonPath {
    static final JsonPath ROOT = new JsonPath(Optional.empty(), "", 0);

    private final Optional<JsonPath> parent;
    private final String name;
    private final int index;

    private JsonPath(Optional<JsonPath> parent, String name, int index) {
        this.parent = parent;
        this.name = name;
        this.index = index;
    }

    /** Returns the path of a member. */
    JsonPath child(String member) {
        return new JsonPath(Optional.of(this), member, -1);
    }

    /** Returns the path of an element, counted from 0. */
    JsonPath element(int element) {
        return new JsonPath(Optional.of(this), "", element);
    }

    @Override
    public String toString() {
        Deque<String> steps = new ArrayDeque<>();
        for (JsonPath at = this; at.parent.isPresent(); at = at.parent.get()) {
            steps.push(at.step());
        }
        return "$" + String.join("", steps);
    }

    /** Returns the last step; a name in brackets where it is no plain word. */
    private String step() {
        if (index >= 0) {
            return "[" + index + "]";
        }
        return MessageText.fits(name) && name.matches("[A-Za-z_][A-Za-z0-9_]*")
                ? "." + name
                : "[" + MessageText.quoted(name) + "]";
    }
}
