// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Writes findings of drift as people read them. */
final class DriftText {
    private static final int LONGEST_VALUE = 160;
    private static final int MOST_LINES = 40;

    private DriftText() {}

    static String of(DkpDrift drift) {
        String sum = drift.findings().isEmpty() && !drift.warnings().isEmpty()
                ? "not fully compared, no difference found so far"
                : sum(drift.findings());
        String head = "Stack %s (%s): %s".formatted(drift.stackName(), drift.stackId(), sum);
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
        String what = finding.physicalId().orElse(finding.logicalId())
                + (finding.property().isEmpty() ? "" : " " + finding.property());
        if (isLong(finding)) {
            return what + " differs: " + String.join(", ", cut(changed(finding)));
        }
        if (finding.expected().isEmpty()) {
            return what + " has " + finding.actual().orElse("something") + ", which the template does not say";
        }
        return "%s is %s, but should be %s"
                .formatted(
                        what,
                        finding.actual().orElse("not there"),
                        finding.expected().orElse("not there"));
    }

    private static String of(DriftFinding finding) {
        StringBuilder text = new StringBuilder(finding.logicalId());
        finding.physicalId().ifPresent(id -> text.append(" (").append(id).append(')'));
        text.append(finding.property().isEmpty() ? "" : " " + finding.property())
                .append(": ")
                .append(finding.kind())
                .append(", seen by ")
                .append(finding.sources().stream().sorted().map(Enum::name).collect(Collectors.joining(" and ")));
        values(text, finding);
        return text.append("\n    remedy:   ").append(remedy(finding.remedy())).toString();
    }

    /** Of documents only the lines that differ are of interest: behind a minus the template's, behind a plus what there is. */
    private static void values(StringBuilder text, DriftFinding finding) {
        if (isLong(finding)) {
            cut(changed(finding)).forEach(line -> text.append("\n    ").append(line));
            return;
        }
        finding.expected().ifPresent(value -> text.append("\n    template: ").append(cut(value)));
        finding.actual().ifPresent(value -> text.append("\n    there is: ").append(cut(value)));
    }

    private static boolean isLong(DriftFinding finding) {
        String expected = finding.expected().orElse("");
        String actual = finding.actual().orElse("");
        boolean both = !expected.isEmpty() && !actual.isEmpty();
        return both && Math.max(expected.length(), actual.length()) > LONGEST_VALUE;
    }

    private static List<String> changed(DriftFinding finding) {
        return ValueDifference.changedLines(
                finding.expected().orElse(""), finding.actual().orElse(""));
    }

    private static List<String> cut(List<String> lines) {
        if (lines.size() <= MOST_LINES) {
            return lines;
        }
        List<String> first = new ArrayList<>(lines.subList(0, MOST_LINES));
        first.add("... and %d more lines".formatted(lines.size() - MOST_LINES));
        return first;
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
