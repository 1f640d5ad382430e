// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PermissionReportGuideTest {
    /** An ellipsis on a line of its own stands for what the guide leaves out. */
    @Test
    void quotesTheReportOnTheVendorsPolicy() throws IOException {
        Matcher quote = Pattern.compile("```markdown\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("../docs/permission-report.md")));
        String report = Reports.vendor().toMarkdown();

        assertThat(quote.find()).isTrue();
        assertThat(Arrays.stream(quote.group(1).split("(?m)^…\n", -1)))
                .hasSizeGreaterThan(1)
                .allSatisfy(part -> assertThat(report).contains(part.strip()));
    }
}
