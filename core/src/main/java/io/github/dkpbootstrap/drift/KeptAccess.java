// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.drift;

import io.github.dkpbootstrap.DriftFinding;
import io.github.dkpbootstrap.ForeignAccess;
import java.util.List;
import software.amazon.awssdk.services.cloudformation.model.ResourceChange;
import software.amazon.awssdk.services.cloudformation.model.ResourceChangeDetail;

/** The access of others that a spec keeps, and whether a change would take it. */
final class KeptAccess {
    private final List<DriftFinding> kept;

    private KeptAccess(List<DriftFinding> kept) {
        this.kept = kept;
    }

    static KeptAccess of(List<DriftFinding> findings, ForeignAccess foreignAccess) {
        return new KeptAccess(
                foreignAccess == ForeignAccess.REMOVE
                        ? List.of()
                        : findings.stream()
                                .filter(finding -> finding.remedy() == DriftFinding.Remedy.REMOVE_FOREIGN_ACCESS)
                                .toList());
    }

    /** Returns whether a change leaves it alone; one that does not say what it changes does not. */
    boolean isUntouchedBy(ResourceChange change) {
        return kept.stream()
                .filter(finding -> finding.logicalId().equals(change.logicalResourceId()))
                .noneMatch(finding -> change.details().isEmpty()
                        || change.details().stream().anyMatch(detail -> concerns(detail, finding)));
    }

    private static boolean concerns(ResourceChangeDetail detail, DriftFinding finding) {
        return detail.target() != null
                && detail.target().name() != null
                && (finding.property() + "/").startsWith("/" + detail.target().name() + "/");
    }
}
