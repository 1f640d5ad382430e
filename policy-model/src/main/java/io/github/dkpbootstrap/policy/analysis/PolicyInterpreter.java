// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.analysis;

/** Stub to be written. */
public final class PolicyInterpreter implements PolicyEvaluator {
    @Override
    public Decision decide(AccessRequest request, PolicySet policies) {
        throw new UnsupportedOperationException();
    }
}
