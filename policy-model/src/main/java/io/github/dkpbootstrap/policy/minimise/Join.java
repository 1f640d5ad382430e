// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.minimise;

import io.github.dkpbootstrap.policy.ActionPattern;
import io.github.dkpbootstrap.policy.ResourcePattern;
import io.github.dkpbootstrap.policy.Statement;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** One statement with the actions, or the resources, of two; nothing where one of them has none. */
final class Join {
    private Join() {}

    static Optional<Statement> actions(Statement one, Statement other) {
        return one.actions()
                .flatMap(mine -> other.actions().map(theirs -> {
                    List<ActionPattern> union = Lists.union(mine.values(), theirs.values(), Patterns::key);
                    return one.toBuilder().actions(Lists.shaped(union)).build();
                }));
    }

    static Optional<Statement> resources(Statement one, Statement other) {
        return one.resources()
                .flatMap(mine -> other.resources().map(theirs -> {
                    List<ResourcePattern> union = Lists.union(mine.values(), theirs.values(), Function.identity());
                    return one.toBuilder().resources(Lists.shaped(union)).build();
                }));
    }
}
