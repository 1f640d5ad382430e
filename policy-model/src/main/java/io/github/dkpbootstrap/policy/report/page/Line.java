// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.report.page;

import io.github.dkpbootstrap.policy.report.page.Span.Badge;
import io.github.dkpbootstrap.policy.report.page.Span.Code;
import io.github.dkpbootstrap.policy.report.page.Span.Jump;
import io.github.dkpbootstrap.policy.report.page.Span.Link;
import io.github.dkpbootstrap.policy.report.page.Span.Strong;
import io.github.dkpbootstrap.policy.report.page.Span.Text;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** A run of text without line breaks. Immutable: each method returns a longer line. */
public record Line(List<Span> spans) {
    /** Copies the spans. */
    public Line {
        spans = List.copyOf(spans);
    }

    /** Returns a line without text. */
    public static Line empty() {
        return new Line(List.of());
    }

    /** Returns a line of plain words. */
    public static Line of(String text) {
        return empty().text(text);
    }

    /** Appends plain words. */
    public Line text(String text) {
        return with(new Text(text));
    }

    /** Appends words that matter more. */
    public Line strong(String text) {
        return with(new Strong(text));
    }

    /** Appends what stands so in a policy. */
    public Line code(String text) {
        return with(new Code(text));
    }

    /** Appends a label. */
    public Line badge(Tone tone, String text) {
        return with(new Badge(tone, text));
    }

    /** Appends a link to another page. */
    public Line link(String text, URI page) {
        return with(new Link(text, page));
    }

    /** Appends a link within this page. */
    public Line jump(String text, String anchor) {
        return with(new Jump(text, anchor));
    }

    /** Appends another line. */
    public Line line(Line other) {
        List<Span> joined = new ArrayList<>(spans);
        joined.addAll(other.spans);
        return new Line(joined);
    }

    /** Appends the lines, with commas between them and {@code last} before the last one. */
    public Line list(List<Line> lines, String last) {
        Line joined = this;
        for (int i = 0; i < lines.size(); i++) {
            boolean isLast = i == lines.size() - 1;
            joined = i == 0 ? joined : joined.text(isLast ? last : ", ");
            joined = joined.line(lines.get(i));
        }
        return joined;
    }

    private Line with(Span span) {
        List<Span> longer = new ArrayList<>(spans);
        longer.add(span);
        return new Line(longer);
    }
}
