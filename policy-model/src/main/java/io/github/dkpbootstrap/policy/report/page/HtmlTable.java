// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.report.page;

import io.github.dkpbootstrap.policy.report.page.Block.Row;
import io.github.dkpbootstrap.policy.report.page.Block.Table;
import java.util.List;

/** Writes a table as HTML, each header with what it is a header of; a keyboard can scroll it where it is too wide. */
final class HtmlTable {
    private final XmlText out;

    HtmlTable(XmlText out) {
        this.out = out;
    }

    void write(Table table) {
        out.open("div", "class", "scroll", "role", "region", "tabindex", "0", "aria-label", table.caption());
        out.open("table").newLine().element("caption", table.caption()).newLine();
        out.open("thead").open("tr");
        table.columns()
                .forEach(column ->
                        out.open("th", "scope", "col").element("span", column).close("th"));
        out.close("tr").close("thead").newLine().open("tbody").newLine();
        table.rows().forEach(this::row);
        out.close("tbody").newLine().open("tfoot").newLine();
        row(table.sum());
        out.close("tfoot").newLine().close("table").close("div").newLine();
    }

    private void row(Row row) {
        out.open("tr").open("th", "scope", "row");
        new HtmlSpans(out).write(row.head());
        out.close("th");
        List<String> cells = row.cells();
        cells.forEach(cell -> out.element("td", cell, "class", cell.equals("0") ? "zero" : "count"));
        out.close("tr").newLine();
    }
}
