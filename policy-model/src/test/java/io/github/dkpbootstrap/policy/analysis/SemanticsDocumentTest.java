// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The numbered rules and the tests of them speak of the same rules. */
class SemanticsDocumentTest {
    private static final Path DOCUMENT = Path.of("../docs/semantics.md");
    private static final Pattern RULE = Pattern.compile("(?m)^\\| (\\d+[a-z]?) \\|");
    private static final Pattern TESTED = Pattern.compile("rule-(\\d+[a-z]?)");

    @Test
    void hasATestForEachRuleAndARuleForEachTest() throws IOException {
        assertThat(find(TESTED, testSources())).isEqualTo(find(RULE, Files.readString(DOCUMENT)));
    }

    @Test
    void numbersEachRuleOnce() throws IOException {
        List<String> rules = RULE.matcher(Files.readString(DOCUMENT))
                .results()
                .map(result -> result.group(1))
                .collect(Collectors.toList());

        assertThat(rules).doesNotHaveDuplicates().hasSizeGreaterThan(40);
    }

    private static String testSources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            StringBuilder all = new StringBuilder();
            for (Path file :
                    files.filter(path -> path.toString().endsWith("Test.java")).collect(Collectors.toList())) {
                all.append(Files.readString(file));
            }
            return all.toString();
        }
    }

    private static Set<String> find(Pattern pattern, String text) {
        Set<String> found = new TreeSet<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }
}
