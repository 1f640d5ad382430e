// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.drift;

import io.github.dkpbootstrap.DriftFinding;
import io.github.dkpbootstrap.ForeignAccess;
import io.github.dkpbootstrap.iam.IamWriter;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.iam.model.IamException;

/** Brings differences back by calls to IAM, and keeps account of it. What IAM refuses is a warning. */
final class Mending {
    private static final Logger LOG = LoggerFactory.getLogger(Mending.class);

    private final IamWriter iam;
    private final ForeignAccess foreignAccess;
    private final List<DriftFinding> reverted = new ArrayList<>();
    private final List<DriftFinding> removed = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    Mending(IamWriter iam, ForeignAccess foreignAccess) {
        this.iam = iam;
        this.foreignAccess = foreignAccess;
    }

    List<DriftFinding> reverted() {
        return reverted;
    }

    List<DriftFinding> removed() {
        return removed;
    }

    List<String> warnings() {
        return warnings;
    }

    /** Mends a difference if there is a call for it and the spec allows it. */
    void mend(Difference difference) {
        DriftFinding finding = difference.finding();
        boolean removal = finding.remedy() == DriftFinding.Remedy.REMOVE_FOREIGN_ACCESS;
        if (!difference.isMendable() || (removal && foreignAccess == ForeignAccess.KEEP)) {
            return;
        }
        LOG.info("{}", told(difference));
        try {
            difference.mend().accept(iam);
        } catch (IamException e) {
            warn(finding, e);
            return;
        }
        (removal ? removed : reverted).add(finding);
    }

    /** An inline policy goes into the log with its text before it is removed: nobody else may have it. */
    private static String told(Difference difference) {
        DriftFinding finding = difference.finding();
        return difference
                .foreign()
                .map(use -> "Removing: " + use.describe()
                        + use.text().map(text -> ": " + text).orElse(""))
                .orElseGet(() -> "Bringing back %s%s of %s"
                        .formatted(
                                finding.property(),
                                finding.expected().map(value -> " " + value).orElse(""),
                                finding.physicalId().orElse(finding.logicalId())));
    }

    private void warn(DriftFinding finding, IamException e) {
        String warning = "%s of %s could not be brought back: %s"
                .formatted(
                        finding.property().isEmpty() ? finding.kind() : finding.property(),
                        finding.physicalId().orElse(finding.logicalId()),
                        e.getMessage());
        warn(warning);
    }

    /** Notes what could not be done. */
    void warn(String warning) {
        warnings.add(warning);
        LOG.warn("{}", warning);
    }
}
