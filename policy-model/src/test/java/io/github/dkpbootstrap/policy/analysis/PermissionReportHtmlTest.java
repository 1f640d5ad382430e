// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dkpbootstrap.policy.PolicyDocument;
import io.github.dkpbootstrap.policy.PolicyTarget;
import io.github.dkpbootstrap.policy.RandomPoliciesOfActions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** The page is one file that loads nothing, in an order that a screen reader can follow, with colours that can be read. */
class PermissionReportHtmlTest {
    private final String html = Reports.vendor().toHtml();
    private final Document page = Reports.parsed(html);

    @Test
    void loadsNothingAndForbidsTheBrowserTo() {
        assertThat(html)
                .startsWith("<!DOCTYPE html>\n<html lang=\"en\">")
                .contains("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
                        + "style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\"/>")
                .doesNotContain("src=", "@import", "url(", "<link", "style=\"");
    }

    @Test
    void hasItsHeadingsInOrder() {
        List<Integer> levels = Reports.elements(page, "*").stream()
                .map(Element::getTagName)
                .filter(name -> name.matches("h[1-6]"))
                .map(name -> Integer.parseInt(name.substring(1)))
                .toList();

        assertThat(levels.get(0)).isEqualTo(1);
        assertThat(levels.stream().filter(level -> level == 1)).hasSize(1);
        for (int i = 1; i < levels.size(); i++) {
            assertThat(levels.get(i)).isLessThanOrEqualTo(levels.get(i - 1) + 1);
        }
    }

    @Test
    void saysWhatTheHeadersOfTablesAreFor() {
        assertThat(Reports.elements(page, "th"))
                .isNotEmpty()
                .extracting(header -> header.getAttribute("scope"))
                .containsOnly("col", "row");
        assertThat(Reports.elements(page, "caption")).hasSameSizeAs(Reports.elements(page, "table"));
    }

    @Test
    void linksToPlacesThatThereAreOnce() {
        List<String> ids = Reports.elements(page, "*").stream()
                .map(element -> element.getAttribute("id"))
                .filter(id -> !id.isEmpty())
                .toList();

        assertThat(ids).doesNotHaveDuplicates();
        assertThat(Reports.elements(page, "a").stream()
                        .map(link -> link.getAttribute("href"))
                        .filter(href -> href.startsWith("#"))
                        .map(href -> href.substring(1)))
                .isNotEmpty()
                .isSubsetOf(ids);
    }

    @Test
    void foldsManyNamesAway() {
        String many = Reports.managed("'Effect': 'Allow', 'Action': 'ec2:*', 'Resource': '*'")
                .toHtml();

        assertThat(many).contains("<details class=\"names\"><summary>");
        assertThat(html).doesNotContain("<details");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void isWellFormedForEveryTarget(long seed) {
        PolicyDocument policy = RandomPoliciesOfActions.next(seed);
        for (PolicyTarget target : PolicyTarget.values()) {
            assertThat(Reports.parsed(Reports.report(policy, target).toHtml())
                            .getElementsByTagName("h1")
                            .getLength())
                    .isEqualTo(1);
        }
    }

    @Test
    void hasTextThatStandsOutByFourAndAHalf() {
        List<Map<String, String>> themes = new ArrayList<>();
        Matcher roots = Pattern.compile(":root \\{([^}]*)}").matcher(html);
        while (roots.find() && themes.size() < 2) {
            themes.add(Pattern.compile("--([a-z-]+): (#[0-9a-f]{6})")
                    .matcher(roots.group(1))
                    .results()
                    .collect(Collectors.toMap(found -> found.group(1), found -> found.group(2))));
        }
        assertThat(themes).hasSize(2).allSatisfy(theme -> {
            for (String text : List.of("text", "soft", "link")) {
                assertThat(contrast(theme, text, "page")).isGreaterThan(4.5);
                assertThat(contrast(theme, text, "card")).isGreaterThan(4.5);
            }
            for (String tone : List.of("allow", "deny", "alert")) {
                assertThat(contrast(theme, tone, tone + "-soft")).isGreaterThan(4.5);
            }
        });
    }

    /** As the Web Content Accessibility Guidelines count it. */
    private static double contrast(Map<String, String> theme, String one, String other) {
        double a = luminance(Objects.requireNonNull(theme.get(one), one));
        double b = luminance(Objects.requireNonNull(theme.get(other), other));
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(String colour) {
        return 0.2126 * channel(colour, 1) + 0.7152 * channel(colour, 3) + 0.0722 * channel(colour, 5);
    }

    private static double channel(String colour, int at) {
        double value = Integer.parseInt(colour.substring(at, at + 2), 16) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
