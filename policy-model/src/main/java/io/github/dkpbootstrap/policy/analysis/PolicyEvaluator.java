// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.analysis;

/** Decides requests against policies. Implementations are immutable and thread-safe, and have no side effects. */
public interface PolicyEvaluator {
    /**
     * Decides one request.
     *
     * @throws io.github.dkpbootstrap.policy.UnresolvedIntrinsicException if the answer hangs on a template intrinsic
     */
    Decision decide(AccessRequest request, PolicySet policies);
}
