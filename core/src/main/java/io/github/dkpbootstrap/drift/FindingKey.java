// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.drift;

import io.github.dkpbootstrap.DriftFinding;

/** What tells one finding from another when a resource is looked at again, whatever the value is then. */
record FindingKey(String logicalId, DriftFinding.Kind kind, String property, String attached) {
    static FindingKey of(DriftFinding finding) {
        String attached = switch (finding.kind()) {
            case MISSING, MODIFIED, EXTRA_INLINE_POLICY -> "";
            case MISSING_ATTACHMENT -> finding.expected().orElse("");
            case EXTRA_ATTACHMENT, EXTRA_BOUNDARY, EXTRA_INSTANCE_PROFILE ->
                finding.actual().orElse("");
        };
        return new FindingKey(finding.logicalId(), finding.kind(), finding.property(), attached);
    }
}
