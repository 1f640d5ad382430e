// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.report.page;

import io.github.dkpbootstrap.policy.report.page.Block.Bullets;
import io.github.dkpbootstrap.policy.report.page.Block.Card;
import io.github.dkpbootstrap.policy.report.page.Block.Fact;
import io.github.dkpbootstrap.policy.report.page.Block.Facts;
import io.github.dkpbootstrap.policy.report.page.Block.Heading;
import io.github.dkpbootstrap.policy.report.page.Block.Item;
import io.github.dkpbootstrap.policy.report.page.Block.Names;
import io.github.dkpbootstrap.policy.report.page.Block.Paragraph;
import io.github.dkpbootstrap.policy.report.page.Block.Row;
import io.github.dkpbootstrap.policy.report.page.Block.Table;
import io.github.dkpbootstrap.policy.report.page.Span.Badge;
import io.github.dkpbootstrap.policy.report.page.Span.Code;
import io.github.dkpbootstrap.policy.report.page.Span.Jump;
import io.github.dkpbootstrap.policy.report.page.Span.Link;
import io.github.dkpbootstrap.policy.report.page.Span.Strong;
import io.github.dkpbootstrap.policy.report.page.Span.Text;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes a page as Markdown. Blocks are set apart by an empty line, but for lists within lists. */
final class MarkdownWriter {
    private final StringBuilder out = new StringBuilder();

    String write(Page page) {
        page.blocks().forEach(block -> block(block, ""));
        return out.toString().stripTrailing() + "\n";
    }

    private void block(Block block, String indent) {
        if (block instanceof Heading heading) {
            paragraph(indent, "#".repeat(heading.level()) + " " + MarkdownText.plain(heading.text()));
        } else if (block instanceof Paragraph paragraph) {
            paragraph(indent, line(paragraph.line()));
        } else if (block instanceof Bullets bullets) {
            bullets.items().forEach(item -> item(item, indent));
            gap(indent);
        } else if (block instanceof Facts facts) {
            facts.facts().forEach(fact -> fact(fact, indent));
            gap(indent);
        } else if (block instanceof Names names) {
            out.append(indent).append("- ").append(names(names)).append('\n');
        } else if (block instanceof Table table) {
            table(table, indent);
            gap(indent);
        } else if (block instanceof Card card) {
            card.blocks().forEach(each -> block(each, indent));
            gap(indent);
        }
    }

    private void paragraph(String indent, String text) {
        gap(indent);
        out.append(indent).append(text).append('\n');
        gap(indent);
    }

    /** Ends a block. Within a list the lines follow each other, so that the list stays tight. */
    private void gap(String indent) {
        if (indent.isEmpty() && out.length() > 1 && out.charAt(out.length() - 2) != '\n') {
            out.append('\n');
        }
    }

    private void item(Item item, String indent) {
        out.append(indent).append("- ").append(line(item.line())).append('\n');
        item.below().forEach(block -> block(block, indent + "  "));
    }

    private void fact(Fact fact, String indent) {
        String label = "- **" + MarkdownText.plain(fact.label()) + ":**";
        out.append(indent).append(label);
        if (fact.lines().size() == 1) {
            out.append(' ').append(line(fact.lines().get(0))).append('\n');
        } else {
            out.append('\n');
            fact.lines().forEach(line -> item(Item.of(line), indent + "  "));
        }
    }

    private static String names(Names names) {
        return line(names.label()) + ": "
                + names.names().stream().map(MarkdownText::code).collect(Collectors.joining(", "));
    }

    private void table(Table table, String indent) {
        List<String> rule = Stream.concat(
                        Stream.of("---"), table.columns().stream().skip(1).map(column -> "--:"))
                .toList();
        row(indent, table.columns());
        row(indent, rule);
        Stream.concat(table.rows().stream(), Stream.of(table.sum())).forEach(row -> row(indent, cells(row)));
    }

    /** A pipe ends a cell even within code. Those of plain text are escaped already. */
    private static List<String> cells(Row row) {
        String head = line(row.head()).replace("\\|", "|").replace("|", "\\|");
        return Stream.concat(Stream.of(head), row.cells().stream().map(MarkdownText::plain))
                .toList();
    }

    private void row(String indent, List<String> cells) {
        out.append(indent).append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    private static String line(Line line) {
        return line.spans().stream().map(MarkdownWriter::span).collect(Collectors.joining());
    }

    private static String span(Span span) {
        if (span instanceof Code code) {
            return MarkdownText.code(code.text());
        } else if (span instanceof Strong strong) {
            return "**" + MarkdownText.plain(strong.text()) + "**";
        } else if (span instanceof Badge badge) {
            return "**" + MarkdownText.plain(badge.text()) + "**";
        } else if (span instanceof Link link) {
            return "[" + MarkdownText.plain(link.text()) + "](<" + link.page().toASCIIString() + ">)";
        } else if (span instanceof Jump jump) {
            return "[" + MarkdownText.plain(jump.text()) + "](#" + jump.anchor() + ")";
        }
        return MarkdownText.plain(((Text) span).text());
    }
}
