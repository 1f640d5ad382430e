// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.report;

import io.github.dkpbootstrap.policy.report.page.Block;
import io.github.dkpbootstrap.policy.report.page.Block.Bullets;
import io.github.dkpbootstrap.policy.report.page.Block.Heading;
import io.github.dkpbootstrap.policy.report.page.Line;
import java.util.List;

/** What the words of the report mean, and what it does not know. */
final class NotesSection {
    private NotesSection() {}

    static List<Block> of(Facts facts) {
        return List.of(
                new Heading(2, "How to read this"),
                Bullets.of(List.of(
                        Line.of("Access levels are AWS’s: List tells which resources there are; Read tells what is in "
                                + "them; Write creates, changes or deletes; Tagging changes tags only; Permissions "
                                + "management grants or changes permissions."),
                        Line.of("Entries with wildcards are counted by what they match as of "
                                + facts.catalogue().date() + ". AWS adds actions every day: what is unknown here need "
                                + "not be wrong, and a wildcard may match more by now."),
                        Line.of("An action is counted once, however many statements name it. Allowed numbers are not "
                                + "lessened by denies, resources or conditions."),
                        Line.of("The report knows this document only, not the caller’s other policies, boundaries, or "
                                + "policies of the organization or of resources."),
                        Line.of("Values of secret condition keys are shown as ")
                                .code("****")
                                .text("; characters without a shape of their own by their number, such as ")
                                .code("[U+202E]")
                                .text("."))));
    }
}
