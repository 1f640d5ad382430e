// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding;

import io.github.dkpbootstrap.policy.PolicyTarget;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The folder {@code findings}: for each check a folder of documents {@code NAME.json}, each with {@code NAME.expected}: the
 * target of the document in the first line, then a line for each finding of the check of that folder. Run with
 * {@code -Dpolicy.findings.write=true} to write the expected files that are missing, and read them.
 */
final class FindingFolder {
    static final Path ROOT = Path.of("src/test/resources/findings");

    private FindingFolder() {}

    static List<String> ids() {
        return list(ROOT).map(folder -> folder.getFileName().toString()).collect(Collectors.toList());
    }

    static List<Path> documents(String id) {
        return list(ROOT.resolve(id))
                .filter(file -> file.toString().endsWith(".json"))
                .collect(Collectors.toList());
    }

    static List<Path> documents() {
        return ids().stream().flatMap(id -> documents(id).stream()).collect(Collectors.toList());
    }

    /** Returns the lines of the expected file of a document, its target first. */
    static List<String> expected(Path document) {
        try {
            Path file = expectedFile(document);
            List<String> lines = Files.exists(file)
                    ? Files.readAllLines(file)
                    : List.of(target(document).name());
            if (Boolean.getBoolean("policy.findings.write") && lines.size() <= 1) {
                lines = actual(document, PolicyTarget.valueOf(lines.get(0)));
                Files.write(file, lines);
            }
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns what the check of the folder finds in a document, in the form of the expected file. */
    static List<String> actual(Path document, PolicyTarget target) throws IOException {
        String id = document.getName(document.getNameCount() - 2).toString();
        PolicyChecks check = PolicyChecks.standard().only(id);
        return Stream.concat(
                        Stream.of(target.name()),
                        check.check(Files.readString(document), target).stream().map(Finding::toString))
                .collect(Collectors.toList());
    }

    private static PolicyTarget target(Path document) {
        return Stream.of(PolicyTarget.values())
                .filter(target -> document.getFileName()
                        .toString()
                        .startsWith(target.name().toLowerCase(Locale.ROOT).replace('_', '-')))
                .findFirst()
                .orElse(PolicyTarget.MANAGED_POLICY);
    }

    private static Path expectedFile(Path document) {
        return Path.of(document.toString().replaceAll("json$", "expected"));
    }

    private static Stream<Path> list(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().collect(Collectors.toList()).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
