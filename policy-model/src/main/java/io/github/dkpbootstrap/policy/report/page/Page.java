// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.report.page;

import java.util.List;

/** A whole page. */
public record Page(String title, List<Block> blocks) {
    /** Copies the blocks. */
    public Page {
        blocks = List.copyOf(blocks);
    }

    /** Returns the page as CommonMark with the tables of GitHub. */
    public String toMarkdown() {
        return new MarkdownWriter().write(this);
    }

    /** Returns the page as one HTML file that is well-formed XML too. */
    public String toHtml() {
        return new HtmlWriter().write(this);
    }
}
