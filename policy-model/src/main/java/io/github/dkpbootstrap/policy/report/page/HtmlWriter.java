// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.report.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Writes a page as one HTML file: no script, nothing loaded, and a policy that forbids the browser both. */
final class HtmlWriter {
    private static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";
    private static final String CSS = css();

    private final XmlText out = new XmlText();

    String write(Page page) {
        out.markup("<!DOCTYPE html>\n").open("html", "lang", "en").newLine();
        head(page.title());
        out.open("body").newLine().open("main").newLine();
        HtmlBlocks blocks = new HtmlBlocks(out);
        page.blocks().forEach(blocks::write);
        out.close("main").newLine().close("body").newLine().close("html").newLine();
        return out.toString();
    }

    private void head(String title) {
        out.open("head").newLine();
        out.markup("<meta charset=\"utf-8\"/>\n");
        out.markup("<meta http-equiv=\"Content-Security-Policy\" content=\"" + POLICY + "\"/>\n");
        meta("viewport", "width=device-width, initial-scale=1");
        meta("color-scheme", "light dark");
        meta("referrer", "no-referrer");
        out.element("title", title).newLine();
        out.open("style").newLine().markup(CSS).close("style").newLine();
        out.close("head").newLine();
    }

    private void meta(String name, String content) {
        out.markup("<meta name=\"" + name + "\" content=\"" + content + "\"/>\n");
    }

    private static String css() {
        try (InputStream in = Objects.requireNonNull(HtmlWriter.class.getResourceAsStream("page.css"), "page.css")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The style sheet in this library cannot be read", e);
        }
    }
}
