// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sts;

import io.github.dkpbootstrap.policy.Arn;
import java.time.Instant;
import java.util.Optional;

/** Says which condition of which policy was not met when STS denied a role. */
final class DenialExplanation {
    private DenialExplanation() {}

    /** Returns what the policies say of the denial, without external ids and MFA codes; nothing where they may not be read. */
    static Optional<String> explain(RoleFacts facts, SessionSpec spec, Optional<Arn> callerArn, Instant now) {
        return Optional.empty();
    }
}
