// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.engine;

import io.github.dkpbootstrap.policy.analysis.AccessRequest;
import io.github.dkpbootstrap.policy.analysis.Decision;
import io.github.dkpbootstrap.policy.analysis.PolicyEvaluator;
import io.github.dkpbootstrap.policy.analysis.PolicySet;
import java.util.Optional;

/** Explains by an engine, and keeps the last one. The set is compared as an object: comparing documents costs more. */
final class CompilingEvaluator implements PolicyEvaluator {
    private record Compiled(PolicySet policies, PolicyEngine engine) {}

    private volatile Optional<Compiled> last = Optional.empty();

    @Override
    public Decision decide(AccessRequest request, PolicySet policies) {
        return last.filter(compiled -> compiled.policies() == policies)
                .orElseGet(() -> compile(policies))
                .engine()
                .explain(request);
    }

    private Compiled compile(PolicySet policies) {
        Compiled compiled = new Compiled(policies, PolicyEngine.compile(policies));
        last = Optional.of(compiled);
        return compiled;
    }
}
