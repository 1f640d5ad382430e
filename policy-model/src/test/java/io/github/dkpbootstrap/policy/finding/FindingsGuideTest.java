// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The table of {@code docs/findings.md} is the list of the checks. Run with {@code -Dpolicy.findings.write=true} to write
 * it anew.
 */
class FindingsGuideTest {
    private static final Path GUIDE = Path.of("../docs/findings.md");

    @Test
    void listsEveryCheckAsItDescribesItself() throws IOException {
        String rows = rows();
        if (Boolean.getBoolean("policy.findings.write")) {
            Files.writeString(
                    GUIDE,
                    Files.readString(GUIDE).replaceAll("(?m)^\\| `.*\\n", "").stripTrailing() + rows);
        }

        assertThat(Files.readString(GUIDE)).endsWith("|---|---|---|---|---|" + rows);
    }

    @Test
    void describesTheIdsOfEachCheckOnce() {
        List<PolicyCheck> checks = PolicyChecks.standard().checks();

        assertThat(checks.stream().map(PolicyCheck::id)).doesNotHaveDuplicates();
        assertThat(checks).allSatisfy(check -> {
            assertThat(check.summary()).endsWith(".");
            assertThat(check.remedy()).endsWith(".");
        });
    }

    private static String rows() {
        return PolicyChecks.standard().checks().stream()
                .map(FindingsGuideTest::row)
                .collect(Collectors.joining("\n", "\n", "\n"));
    }

    private static String row(PolicyCheck check) {
        boolean ofAws = check.page().toString().contains("access-analyzer-reference-policy-checks");
        return "| `%s` | %s | %s | %s | [%s](%s) |"
                .formatted(
                        check.id(),
                        check.severity(),
                        check.summary(),
                        check.remedy(),
                        ofAws ? "check" : "rule; ours",
                        check.page());
    }
}
