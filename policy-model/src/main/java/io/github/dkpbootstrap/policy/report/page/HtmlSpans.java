// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.report.page;

import io.github.dkpbootstrap.policy.report.page.Span.Badge;
import io.github.dkpbootstrap.policy.report.page.Span.Code;
import io.github.dkpbootstrap.policy.report.page.Span.Jump;
import io.github.dkpbootstrap.policy.report.page.Span.Link;
import io.github.dkpbootstrap.policy.report.page.Span.Strong;
import io.github.dkpbootstrap.policy.report.page.Span.Text;

/** Writes lines as HTML. Text of policies is kept from turning the direction of what stands around it. */
final class HtmlSpans {
    private final XmlText out;

    HtmlSpans(XmlText out) {
        this.out = out;
    }

    void write(Line line) {
        line.spans().forEach(this::write);
    }

    private void write(Span span) {
        if (span instanceof Code code) {
            out.element("code", VisibleText.code(code.text()), "dir", "ltr");
        } else if (span instanceof Strong strong) {
            out.element("strong", strong.text());
        } else if (span instanceof Badge badge) {
            out.element("strong", badge.text(), "class", "badge " + badge.tone().css());
        } else if (span instanceof Link link) {
            out.element("a", link.text(), "href", link.page().toASCIIString(), "rel", "noreferrer noopener");
        } else if (span instanceof Jump jump) {
            out.element("a", jump.text(), "href", "#" + jump.anchor());
        } else if (span instanceof Text text) {
            out.text(text.text());
        }
    }
}
