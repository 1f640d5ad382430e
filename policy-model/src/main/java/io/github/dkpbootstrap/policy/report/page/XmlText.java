// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.report.page;

/** Elements and text of HTML that is well-formed XML; everything that is given as text or attribute is escaped. */
final class XmlText {
    private final StringBuilder out = new StringBuilder();

    XmlText markup(String trusted) {
        out.append(trusted);
        return this;
    }

    XmlText text(String text) {
        VisibleText.of(text).codePoints().forEach(this::escaped);
        return this;
    }

    /** Opens an element. Attributes are pairs of a name and a value. */
    XmlText open(String name, String... attributes) {
        out.append('<').append(name);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ').append(attributes[i]).append("=\"");
            text(attributes[i + 1]);
            out.append('"');
        }
        out.append('>');
        return this;
    }

    XmlText close(String name) {
        out.append("</").append(name).append('>');
        return this;
    }

    XmlText newLine() {
        out.append('\n');
        return this;
    }

    /** Writes an element that holds text only. */
    XmlText element(String name, String text, String... attributes) {
        return open(name, attributes).text(text).close(name);
    }

    private void escaped(int c) {
        switch (c) {
            case '&' -> out.append("&amp;");
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            case '"' -> out.append("&quot;");
            case '\'' -> out.append("&#39;");
            default -> out.appendCodePoint(c);
        }
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
