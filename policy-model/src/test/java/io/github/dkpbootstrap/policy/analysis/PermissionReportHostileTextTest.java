// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Whatever a policy says is text on the page: no markup, no control of the reader's screen, no secret. */
class PermissionReportHostileTextTest {
    private static final Set<String> ELEMENTS = Set.of(
            "html", "head", "meta", "title", "style", "body", "main", "section", "h1", "h2", "h3", "p", "ul", "li",
            "dl", "div", "dt", "dd", "table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td", "span", "code",
            "strong", "a", "details", "summary");
    private static final Set<String> ATTRIBUTES = Set.of(
            "role",
            "tabindex",
            "aria-label",
            "lang",
            "charset",
            "http-equiv",
            "content",
            "name",
            "id",
            "class",
            "scope",
            "dir",
            "href",
            "rel");
    private static final Pattern HIDDEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}&&[^\n]]");
    private static final Pattern CODE = Pattern.compile("(?<![`\\\\])(`+)(?!`)(.*?[^`])\\1(?!`)");
    private static final Pattern LINK = Pattern.compile("\\]\\(<https://docs\\.aws\\.amazon\\.com/[^<>\\s]*>\\)");

    @Test
    void isNoMarkupInHtml() {
        String html = Reports.hostile().toHtml();
        Document page = Reports.parsed(html);

        assertThat(Reports.elements(page, "*")).extracting(Element::getTagName).isSubsetOf(ELEMENTS);
        for (Element element : Reports.elements(page, "*")) {
            for (int i = 0; i < element.getAttributes().getLength(); i++) {
                assertThat(element.getAttributes().item(i).getNodeName()).isIn(ATTRIBUTES);
            }
        }
        assertThat(html).doesNotContain("<script", "<img", "<!--", "]]>", "<b>", "javascript:alert(1)\"");
        assertThat(page.getElementsByTagName("main").item(0).getTextContent())
                .contains("</title><script>alert(1)</script>", "\"><img src=x onerror=alert(1)> & <b>", "</dd><h1>x");
    }

    @Test
    void linksOnlyToAwsAndWithinThePage() {
        assertThat(Reports.elements(Reports.parsed(Reports.hostile().toHtml()), "a"))
                .extracting(link -> link.getAttribute("href"))
                .allMatch(href -> href.matches("#[a-z0-9-]+|https://docs\\.aws\\.amazon\\.com/.*"));
    }

    @Test
    void isShownWhereItWouldHide() {
        assertThat(Reports.hostile().toHtml())
                .doesNotContainPattern(HIDDEN)
                .contains("[U+0000]", "[U+001B]", "[U+202E]", "[U+2066]", "[U+200B]", "[U+000A]# heading", "(empty)")
                .contains("[U+0020][U+0020]");
        assertThat(Reports.hostile().toMarkdown()).doesNotContainPattern(HIDDEN).contains("[U+202E]", "(empty)");
    }

    @Test
    void isNoMarkupInMarkdown() {
        String withoutCode = CODE.matcher(Reports.hostile().toMarkdown()).replaceAll("CODE");

        assertThat(LINK.matcher(withoutCode).replaceAll("]")).doesNotContainPattern("(?<!\\\\)[<>`]");
        assertThat(withoutCode).doesNotContain("![", "https://evil", "alert(1)</", "# heading");
        assertThat(withoutCode.lines().filter(line -> line.startsWith("|")))
                .allSatisfy(row -> assertThat(row.split("(?<!\\\\)\\|", -1)).hasSize(10));
    }

    @Test
    void hasATableOfNineBarsInEachRowThoughAServiceHoldsOne() {
        String rows = Reports.hostile()
                .toMarkdown()
                .lines()
                .filter(line -> line.startsWith("| `evil"))
                .collect(Collectors.joining());

        assertThat(rows).isEqualTo("| `evil\\|pipe` | 0 | 0 | 0 | 0 | 0 | 0 | 1 |");
    }

    @Test
    void keepsSecretsToItself() {
        assertThat(Reports.hostile().toHtml()).doesNotContain("top-secret").contains("2 secret values");
        assertThat(Reports.hostile().toMarkdown())
                .doesNotContain("top-secret")
                .contains("only if `sts:ExternalId` is `****` (2 secret values, not shown here)");
    }
}
