// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The folder {@code policies}: each {@code accepted/*.json} must come back as it was written, each {@code refused/*.json}
 * must fail with the message, path, line and column of the {@code .error} file next to it.
 */
class GoldenPoliciesTest {
    private static final Path FOLDER = Path.of("src/test/resources/policies");

    static Stream<Path> accepted() throws IOException {
        return cases("accepted");
    }

    static Stream<Path> refused() throws IOException {
        return cases("refused");
    }

    @ParameterizedTest
    @MethodSource
    void accepted(Path file) throws IOException {
        String json = Files.readString(file);
        PolicyDocument document = PolicyDocument.parse(json);

        assertThat(document.toJsonValue()).isEqualTo(JsonValue.parse(json));
        assertThat(PolicyDocument.of(JsonValue.parse(json))).isEqualTo(document);
        for (JsonLayout layout : JsonLayout.values()) {
            assertThat(PolicyDocument.parse(document.toJson(layout))).isEqualTo(document);
        }
    }

    @ParameterizedTest
    @MethodSource
    void refused(Path file) throws IOException {
        String json = Files.readString(file);
        String error = Files.readString(Path.of(file.toString().replaceAll("json$", "error")))
                .strip();

        assertThatThrownBy(() -> PolicyDocument.parse(json))
                .isInstanceOf(PolicySyntaxException.class)
                .hasMessage(error);
    }

    @Test
    void countTheQuotaCharactersOfTheVendor() {
        assertThat(Policies.vendorPolicy().quotaCharacters()).isEqualTo(3450);
        assertThat(Policies.vendorTrust().quotaCharacters()).isEqualTo(231);
    }

    private static Stream<Path> cases(String folder) throws IOException {
        try (Stream<Path> files = Files.list(FOLDER.resolve(folder))) {
            List<Path> cases = files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .collect(Collectors.toList());
            assertThat(cases).isNotEmpty();
            return cases.stream();
        }
    }
}
