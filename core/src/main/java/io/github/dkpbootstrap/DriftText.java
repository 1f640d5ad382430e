// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Writes findings of drift as people read them. */
final class DriftText {
    private static final int LONGEST_VALUE = 160;

    private DriftText() {}

    static String of(DkpDrift drift) {
        String head = "Stack %s (%s): %s".formatted(drift.stackName(), drift.stackId(), sum(drift.findings()));
        return head + section("", drift.findings()) + warnings(drift.warnings());
    }

    static String of(DriftReversion reversion) {
        String head = "Stack %s (%s): %d reverted, %d removed, %d left"
                .formatted(
                        reversion.stackName(),
                        reversion.stackId(),
                        reversion.reverted().size(),
                        reversion.removed().size(),
                        reversion.remaining().size());
        return head
                + section("reverted: ", reversion.reverted())
                + section("removed: ", reversion.removed())
                + section("left: ", reversion.remaining())
                + warnings(reversion.warnings());
    }

    private static String sum(List<DriftFinding> findings) {
        return switch (findings.size()) {
            case 0 -> "no difference found";
            case 1 -> "1 difference";
            default -> findings.size() + " differences";
        };
    }

    private static String section(String label, List<DriftFinding> findings) {
        return findings.stream().map(finding -> "\n- " + label + of(finding)).collect(Collectors.joining());
    }

    static String line(DriftFinding finding) {
        return "%s%s is %s, but should be %s"
                .formatted(
                        finding.physicalId().orElse(finding.logicalId()),
                        finding.property().isEmpty() ? "" : " " + finding.property(),
                        finding.actual().map(DriftText::cut).orElse("not there"),
                        finding.expected().map(DriftText::cut).orElse("not there"));
    }

    private static String of(DriftFinding finding) {
        StringBuilder text = new StringBuilder(finding.logicalId());
        finding.physicalId().ifPresent(id -> text.append(" (").append(id).append(')'));
        text.append(finding.property().isEmpty() ? "" : " " + finding.property())
                .append(": ")
                .append(finding.kind())
                .append(", seen by ")
                .append(finding.sources().stream().sorted().map(Enum::name).collect(Collectors.joining(" and ")));
        finding.expected().ifPresent(value -> text.append("\n    template: ").append(cut(value)));
        finding.actual().ifPresent(value -> text.append("\n    there is: ").append(cut(value)));
        return text.append("\n    remedy:   ").append(remedy(finding.remedy())).toString();
    }

    private static String remedy(DriftFinding.Remedy remedy) {
        return switch (remedy) {
            case REVERT -> "revertDrift()";
            case REMOVE_FOREIGN_ACCESS -> "revertDrift() with foreignAccess(ForeignAccess.REMOVE)";
            case BY_HAND -> "by hand";
        };
    }

    private static String warnings(Collection<String> warnings) {
        return warnings.stream().map(warning -> "\n! " + warning).collect(Collectors.joining());
    }

    private static String cut(String value) {
        return value.length() <= LONGEST_VALUE
                ? value
                : "%s... (%d characters)".formatted(value.substring(0, LONGEST_VALUE), value.length());
    }
}
