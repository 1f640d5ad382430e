// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.cloudformation;

import io.github.dkpbootstrap.testkit.internal.query.Call;
import io.github.dkpbootstrap.testkit.internal.query.Xml;
import java.util.Optional;
import java.util.function.Function;

/** What actions that start operations do alike: run once for a token, and answer with stack and operation. */
final class Answers {
    private final Function<String, Region> regions;

    Answers(Function<String, Region> regions) {
        this.regions = regions;
    }

    /** Runs a call that has an effect once; returns the id of the stack. */
    String once(Call call, Function<Region, String> effect) {
        Region region = regions.apply(call.region());
        return region.once(call, () -> effect.apply(region));
    }

    /** Writes the stack and the operation that the call started, now or when it first came with its token. */
    void operation(Call call, Xml xml, OperationKind kind, String stackId) {
        xml.element("StackId", stackId)
                .element(
                        "OperationId",
                        regions.apply(call.region())
                                .stacks()
                                .find(stackId)
                                .flatMap(stack -> stack.operations().find(kind, token(call)))
                                .map(OperationEntry::id));
    }

    static Optional<String> token(Call call) {
        return call.form().find("ClientRequestToken");
    }
}
