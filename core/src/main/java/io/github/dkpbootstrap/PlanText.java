// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap;

import io.github.dkpbootstrap.policy.JsonLayout;
import io.github.dkpbootstrap.policy.JsonValue;
import io.github.dkpbootstrap.policy.PolicyException;
import java.util.List;

/** Writes a plan for a person: a line for each resource, and below it what changes, policies line by line. */
final class PlanText {
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
        if (plan.changes().isEmpty() && plan.kind() != DkpPlan.Kind.NOTHING) {
            line(0, "No resource changes; outputs, tags or settings of the stack do.");
        }
    }

    private static String headline(DkpPlan plan) {
        String stack = "Stack " + plan.stackName()
                + plan.stackStatus().map(s -> " (" + s + ")").orElse("");
        return switch (plan.kind()) {
            case NOTHING -> stack + ": nothing to do";
            case RECREATE -> stack + ": is deleted and made anew, " + counts(plan.changes());
            case CREATE -> stack + ": is made, " + counts(plan.changes());
            case UPDATE -> stack + ": is changed, " + counts(plan.changes());
        };
    }

    private static String counts(List<PlannedChange> changes) {
        return "%d to add, %d to import, %d to change (%d of them replaced), %d to remove"
                .formatted(
                        count(changes, PlannedChange.Action.ADD),
                        count(changes, PlannedChange.Action.IMPORT),
                        count(changes, PlannedChange.Action.MODIFY) + count(changes, PlannedChange.Action.UNKNOWN),
                        changes.stream()
                                .filter(change -> change.replacement() != Replacement.NEVER)
                                .count(),
                        count(changes, PlannedChange.Action.REMOVE));
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

    private void property(PropertyChange property) {
        String replacement = property.replacement() == Replacement.NEVER ? "" : "  (forces a replacement)";
        line(1, property.path() + replacement);
        List<String> before = lines(property.before().orElse(""));
        List<String> after = lines(property.after().orElse(""));
        LineDifference.between(before, after).forEach(changed -> line(2, changed));
    }

    /** Values that are JSON, such as policies, are laid out alike, so that only what differs shows as different. */
    private static List<String> lines(String value) {
        if (value.isEmpty()) {
            return List.of();
        }
        try {
            boolean structured = value.startsWith("{") || value.startsWith("[");
            return (structured ? JsonValue.parse(value).toJson(JsonLayout.PRETTY) : value)
                    .lines()
                    .toList();
        } catch (PolicyException e) {
            return value.lines().toList();
        }
    }

    private void line(int depth, String line) {
        text.append("    ".repeat(depth)).append(line).append('\n');
    }
}
