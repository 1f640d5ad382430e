// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.report.page;

import java.util.List;

/** A part of a page that stands for itself. */
public sealed interface Block {
    /** A heading; the anchor is what links within the page name. */
    record Heading(int level, String text) implements Block {
        /** Returns the name that links within the page use, the one that readers of Markdown make too. */
        public String anchor() {
            return text.toLowerCase(java.util.Locale.ROOT)
                    .replaceAll("[^a-z0-9 -]", "")
                    .replace(' ', '-');
        }
    }

    /** A paragraph. */
    record Paragraph(Line line) implements Block {}

    /** A list. */
    record Bullets(List<Item> items) implements Block {
        /** Returns a list of lines with nothing below them. */
        public static Bullets of(List<Line> lines) {
            return new Bullets(lines.stream().map(Item::of).toList());
        }
    }

    /** An entry of a list, with what stands below it. */
    record Item(Line line, List<Block> below) {
        /** Returns an entry with nothing below it. */
        public static Item of(Line line) {
            return new Item(line, List.of());
        }
    }

    /** Labels and what is to be said to each. */
    record Facts(List<Fact> facts) implements Block {}

    /** One label; several lines are a list. */
    record Fact(String label, List<Line> lines) {
        /** Returns a label with one line. */
        public static Fact of(String label, Line line) {
            return new Fact(label, List.of(line));
        }
    }

    /** A table of numbers: its rows start with a name, and the last one is their sum. */
    record Table(String caption, List<String> columns, List<Row> rows, Row sum) implements Block {}

    /** A row of a table; as many cells as the table has columns besides the first. */
    record Row(Line head, List<String> cells) {}

    /** Names under a label; many are folded away where the page can do so. */
    record Names(Line label, List<String> names) implements Block {}

    /** Blocks that belong together. */
    record Card(Tone tone, List<Block> blocks) implements Block {}
}
