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
import io.github.dkpbootstrap.policy.report.page.Block.Table;
import java.util.List;

/** Writes the blocks of a page as HTML. */
final class HtmlBlocks {
    /** From how many names on they are folded away. */
    private static final int MANY = 60;

    private final XmlText out;
    private final HtmlSpans spans;

    HtmlBlocks(XmlText out) {
        this.out = out;
        this.spans = new HtmlSpans(out);
    }

    void write(Block block) {
        if (block instanceof Heading heading) {
            out.element("h" + heading.level(), heading.text(), "id", heading.anchor())
                    .newLine();
        } else if (block instanceof Paragraph paragraph) {
            line("p", paragraph.line());
        } else if (block instanceof Bullets bullets) {
            out.open("ul").newLine();
            bullets.items().forEach(this::item);
            out.close("ul").newLine();
        } else if (block instanceof Facts facts) {
            out.open("dl").newLine();
            facts.facts().forEach(this::fact);
            out.close("dl").newLine();
        } else if (block instanceof Table table) {
            new HtmlTable(out).write(table);
        } else if (block instanceof Names names) {
            names(names);
        } else if (block instanceof Card card) {
            out.open("section", "class", "card " + card.tone().css()).newLine();
            card.blocks().forEach(this::write);
            out.close("section").newLine();
        }
    }

    private void item(Item item) {
        out.open("li");
        spans.write(item.line());
        if (!item.below().isEmpty()) {
            out.newLine();
            item.below().forEach(this::write);
        }
        out.close("li").newLine();
    }

    private void fact(Fact fact) {
        out.open("div").element("dt", fact.label());
        fact.lines().forEach(line -> {
            out.open("dd");
            spans.write(line);
            out.close("dd");
        });
        out.close("div").newLine();
    }

    private void names(Names names) {
        boolean fold = names.names().size() > MANY;
        out.open(fold ? "details" : "div", "class", "names").open(fold ? "summary" : "p");
        spans.write(names.label());
        out.close(fold ? "summary" : "p").newLine().open("p");
        list(names.names());
        out.close("p").close(fold ? "details" : "div").newLine();
    }

    private void list(List<String> names) {
        for (int i = 0; i < names.size(); i++) {
            out.element("code", VisibleText.code(names.get(i)), "dir", "ltr").markup(i < names.size() - 1 ? ", " : "");
        }
    }

    private void line(String element, Line line) {
        out.open(element);
        spans.write(line);
        out.close(element).newLine();
    }
}
