// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.engine;

import io.github.dkpbootstrap.policy.analysis.Decision.Verdict;

/** Where a decision fell, in the order of the rules 20 to 23. */
enum Step {
    DENIED_BY_STATEMENT,
    OUTSIDE_SERVICE_CONTROL,
    OUTSIDE_RESOURCE_POLICY,
    ALLOWED_BY_RESOURCE_POLICY,
    ALLOWED_AS_ROOT,
    OUTSIDE_IDENTITY_POLICIES,
    OUTSIDE_BOUNDARY,
    WITHOUT_SESSION_POLICY,
    OUTSIDE_SESSION_POLICIES,
    ALLOWED_IN_PLACE_OF_IDENTITY_POLICIES,
    ALLOWED_BY_IDENTITY_POLICIES;

    Verdict verdict() {
        return switch (this) {
            case DENIED_BY_STATEMENT -> Verdict.EXPLICITLY_DENIED;
            case OUTSIDE_SERVICE_CONTROL,
                    OUTSIDE_RESOURCE_POLICY,
                    OUTSIDE_IDENTITY_POLICIES,
                    OUTSIDE_BOUNDARY,
                    WITHOUT_SESSION_POLICY,
                    OUTSIDE_SESSION_POLICIES -> Verdict.IMPLICITLY_DENIED;
            case ALLOWED_BY_RESOURCE_POLICY,
                    ALLOWED_AS_ROOT,
                    ALLOWED_IN_PLACE_OF_IDENTITY_POLICIES,
                    ALLOWED_BY_IDENTITY_POLICIES -> Verdict.ALLOWED;
        };
    }
}
