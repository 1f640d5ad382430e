// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap;

import java.util.List;

/** Writes a plan for a person: a line for each resource, and below it what changes, policies line by line. */
final class PlanText {
    /** CloudFormation's word for what exists only once the resource before it does. */
    private static final String LATER = "{{changeSet:KNOWN_AFTER_APPLY}}";

    private final StringBuilder text = new StringBuilder();

    private PlanText() {}

    static String of(DkpPlan plan) {
        PlanText writer = new PlanText();
        writer.plan(plan);
        return writer.text.toString();
    }

    private void plan(DkpPlan plan) {
        line(0, headline(plan));
        plan.warnings().forEach(warning -> line(0, "! " + warning));
        plan.changes().forEach(this::change);
        if (!plan.stackChanges().isEmpty()) {
            line(0, "");
            line(0, "~ the stack itself");
            plan.stackChanges().forEach(change -> line(1, change));
        } else if (plan.changes().isEmpty() && plan.kind() != DkpPlan.Kind.NOTHING) {
            line(0, "No resource changes; settings of the stack do.");
        }
    }

    private static String headline(DkpPlan plan) {
        String stack = "Stack " + plan.stackName()
                + plan.stackStatus().map(s -> " (" + s + ")").orElse("");
        return switch (plan.kind()) {
            case NOTHING -> stack + ": nothing to do";
            case RECREATE -> stack + ": would be deleted and made anew" + counts(plan.changes());
            case CREATE -> stack + ": would be made" + counts(plan.changes());
            case UPDATE -> stack + ": would be updated" + counts(plan.changes());
        };
    }

    /** What does not happen is not counted. */
    private static String counts(List<PlannedChange> changes) {
        long replaced = changes.stream()
                .filter(change -> change.replacement() != Replacement.NEVER)
                .count();
        long changed = count(changes, PlannedChange.Action.MODIFY) + count(changes, PlannedChange.Action.UNKNOWN);
        return counted(count(changes, PlannedChange.Action.ADD), "to add")
                + counted(count(changes, PlannedChange.Action.IMPORT), "to import")
                + counted(changed, "to change")
                + (replaced > 0 ? " (" + replaced + " of them replaced)" : "")
                + counted(count(changes, PlannedChange.Action.REMOVE), "to remove");
    }

    private static String counted(long count, String what) {
        return count > 0 ? ", " + count + " " + what : "";
    }

    private static long count(List<PlannedChange> changes, PlannedChange.Action action) {
        return changes.stream().filter(change -> change.action() == action).count();
    }

    private void change(PlannedChange change) {
        String replacement = switch (change.replacement()) {
            case NEVER -> "";
            case POSSIBLY -> "  MAY BE REPLACED";
            case ALWAYS -> "  REPLACED";
        };
        line(0, "");
        line(
                0,
                sign(change.action()) + " " + change.logicalId() + "  " + change.type()
                        + change.physicalId().map(id -> "  " + id).orElse("") + replacement);
        change.properties().forEach(this::property);
    }

    private static String sign(PlannedChange.Action action) {
        return switch (action) {
            case ADD -> "+";
            case MODIFY -> "~";
            case REMOVE -> "-";
            case IMPORT -> "<";
            case UNKNOWN -> "?";
        };
    }

    /** A property without values is one whose values CloudFormation does not show. */
    private void property(PropertyChange property) {
        String name = property.path().replaceFirst("^/Properties/", "")
                + (property.replacement() == Replacement.NEVER ? "" : "  (forces a replacement)");
        List<String> before = lines(property.before().orElse(""));
        List<String> after = lines(property.after().orElse(""));
        if (before.size() > 1 || after.size() > 1) {
            line(1, name + ":");
            LineDifference.between(before, after).forEach(changed -> line(2, changed));
        } else {
            line(1, name + inOneLine(before, after));
        }
    }

    private static String inOneLine(List<String> before, List<String> after) {
        if (before.isEmpty() && after.isEmpty()) {
            return "";
        }
        if (before.isEmpty()) {
            return ": + " + after.get(0);
        }
        return after.isEmpty() ? ": - " + before.get(0) : ": " + before.get(0) + " -> " + after.get(0);
    }

    private static List<String> lines(String value) {
        return ValueDifference.lines(value.replace(LATER, "(known when it is made)"));
    }

    private void line(int depth, String line) {
        text.append("    ".repeat(depth)).append(line).append('\n');
    }
}
