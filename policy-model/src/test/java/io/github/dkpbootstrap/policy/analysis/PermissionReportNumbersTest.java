// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dkpbootstrap.policy.Effect;
import io.github.dkpbootstrap.policy.Policies;
import io.github.dkpbootstrap.policy.PolicyDocument;
import io.github.dkpbootstrap.policy.PolicyTarget;
import io.github.dkpbootstrap.policy.RandomPoliciesOfActions;
import io.github.dkpbootstrap.policy.catalogue.ActionEntry;
import io.github.dkpbootstrap.policy.catalogue.Catalogue;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** The numbers of a page agree with each other and with the values. */
class PermissionReportNumbersTest {
    private static final long SEED = Long.getLong("policy.seed", System.nanoTime());
    private static final Pattern SCOPE =
            Pattern.compile("- ([\\d,]+) actions? (?:is|are) (?:limited to|allowed on|not allowed in) [^\n]*");

    @Test
    void agreeForTheVendor() {
        agree(Reports.vendor());
        assertThat(Reports.vendor().toMarkdown())
                .contains("44 actions are allowed on **every resource, although they could be limited**.");
    }

    @Test
    void agreeForEverything() {
        PermissionReport report = Reports.report(Policies.allowAll(), PolicyTarget.MANAGED_POLICY);
        agree(report);
        assertThat(total(report.allowed()))
                .isEqualTo(Catalogue.bundled().services().stream()
                        .mapToInt(service -> service.actions().size())
                        .sum());
    }

    @RepeatedTest(60)
    void agreeForRandomPolicies(RepetitionInfo repetition) {
        long seed = SEED + repetition.getCurrentRepetition();
        System.out.println("PermissionReportNumbersTest: -Dpolicy.seed=" + (seed - repetition.getCurrentRepetition()));
        PolicyDocument policy = RandomPoliciesOfActions.next(seed);
        agree(Reports.report(policy, PolicyTarget.MANAGED_POLICY));
    }

    private static void agree(PermissionReport report) {
        String page = report.toMarkdown();
        int total = total(report.allowed());
        assertThat(SCOPE.matcher(page)
                        .results()
                        .mapToInt(found -> number(found.group(1)))
                        .sum())
                .as(page)
                .isEqualTo(total);
        assertThat(firstNumber(page, "- \\*\\*Permissions management:\\*\\* ([\\d,]+) action"))
                .isEqualTo(firstNumber(page, ", ([\\d,]+) Permissions management\\."));
        assertThat(firstNumber(page, "- \\*\\*Every resource:\\*\\* ([\\d,]+) action"))
                .isEqualTo(firstNumber(page, "- ([\\d,]+) actions? (?:is|are) allowed on \\*\\*every resource"));
        for (Element table : Reports.elements(Reports.parsed(report.toHtml()), "table")) {
            columnsAndRowsAddUp(rows(table));
        }
        Set<ActionEntry> ofStatements = report.statements().stream()
                .filter(s -> s.statement().effect() == Effect.ALLOW)
                .filter(s -> s.statement().actions().isPresent())
                .flatMap(s -> s.services().stream())
                .flatMap(service -> service.actions().values().stream())
                .flatMap(List::stream)
                .collect(Collectors.toSet());
        assertThat(ofStatements).hasSize(total);
    }

    /** The last row is the sum of the others, and the sixth number that of the five levels. */
    private static void columnsAndRowsAddUp(List<int[]> rows) {
        int[] sum = rows.get(rows.size() - 1);
        for (int column = 0; column < sum.length; column++) {
            int at = column;
            assertThat(rows.subList(0, rows.size() - 1).stream()
                            .mapToInt(row -> row[at])
                            .sum())
                    .isEqualTo(sum[column]);
        }
        assertThat(rows)
                .allSatisfy(row ->
                        assertThat(IntStream.range(0, 5).map(i -> row[i]).sum()).isEqualTo(row[5]));
    }

    private static List<int[]> rows(Element table) {
        return IntStream.range(1, table.getElementsByTagName("tr").getLength())
                .mapToObj(i -> (Element) table.getElementsByTagName("tr").item(i))
                .map(row -> row.getElementsByTagName("td"))
                .map(cells -> IntStream.range(0, cells.getLength())
                        .map(i -> number(cells.item(i).getTextContent()))
                        .toArray())
                .toList();
    }

    /** Returns the number that the pattern finds; 0 where the page leaves the sentence out. */
    private static int firstNumber(String page, String pattern) {
        return Pattern.compile(pattern)
                .matcher(page)
                .results()
                .findFirst()
                .map(found -> number(found.group(1)))
                .orElse(0);
    }

    private static int total(List<ServicePermissions> services) {
        return services.stream().mapToInt(ServicePermissions::count).sum();
    }

    private static int number(String text) {
        return Integer.parseInt(text.replace(",", ""));
    }
}
