// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.minimise;

import io.github.dkpbootstrap.policy.Statement;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A proposal to replace some statements by others.
 *
 * @param kind what kind of change it is
 * @param changed the statements that are replaced
 * @param to what they are replaced by; fewer or more
 * @param kept statements that stay, and that the equality of the others hangs on
 * @param what what is done, for a reader
 * @param saved how many characters it saves, the commas between statements included
 */
record Rewrite(Step.Kind kind, List<Part> changed, List<Statement> to, List<Part> kept, String what, int saved) {
    Rewrite {
        changed = List.copyOf(changed);
        to = List.copyOf(to);
        kept = List.copyOf(kept);
    }

    Rewrite(Step.Kind kind, List<Part> changed, List<Statement> to, List<Part> kept, String what) {
        this(kind, changed, to, kept, what, saved(changed, to));
    }

    static Rewrite of(Step.Kind kind, Part changed, Statement to, String what) {
        return new Rewrite(kind, List.of(changed), List.of(to), List.of(), what);
    }

    SortedSet<Integer> origins() {
        SortedSet<Integer> origins = new TreeSet<>();
        changed.forEach(part -> origins.addAll(part.origins()));
        return origins;
    }

    private static int saved(List<Part> changed, List<Statement> to) {
        int before = changed.stream().mapToInt(part -> part.size() + 1).sum();
        int after = to.stream()
                .mapToInt(statement -> Part.charactersOf(statement) + 1)
                .sum();
        return before - after;
    }
}
