// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the guides quote is code that compiles, and what they link to exists. */
class GuidesTest {
    private static final Path ROOT = Path.of("..", "..");
    private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("]\\(([^):#]+)\\)");

    static List<Path> guides() throws IOException {
        try (Stream<Path> docs = Files.list(ROOT.resolve("docs"))) {
            return Stream.concat(
                            Stream.of(ROOT.resolve("README.md"), ROOT.resolve("CONTRIBUTING.md")),
                            docs.filter(path -> path.toString().endsWith(".md")))
                    .sorted()
                    .collect(Collectors.toList());
        }
    }

    @ParameterizedTest
    @MethodSource("guides")
    void quoteCompiledCode(Path guide) throws IOException {
        String compiled = folded(sources());

        JAVA.matcher(Files.readString(guide))
                .results()
                .map(snippet -> snippet.group(1))
                .forEach(snippet -> assertThat(compiled.contains(folded(snippet)))
                        .as("is compiled somewhere in docs/examples:%n%s", snippet)
                        .isTrue());
    }

    @ParameterizedTest
    @MethodSource("guides")
    void linkToFilesThatExist(Path guide) throws IOException {
        assertThat(LINK.matcher(Files.readString(guide)).results().map((MatchResult link) -> link.group(1)))
                .allSatisfy(link -> assertThat(guide.resolveSibling(link)).exists());
    }

    @Test
    void readmeQuotesSomething() throws IOException {
        assertThat(JAVA.matcher(Files.readString(ROOT.resolve("README.md"))).results())
                .isNotEmpty();
    }

    private static String sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            return files.filter(path -> path.toString().endsWith(".java"))
                    .map(GuidesTest::read)
                    .collect(Collectors.joining("\n"));
        }
    }

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Folds all white space, so that a guide may break its lines elsewhere than the formatter. */
    private static String folded(String code) {
        return code.replaceAll("\\s+", "");
    }
}
