// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dkpbootstrap.policy.PolicyTarget;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every check finds what the documents of its folder say, and nothing else; see {@link FindingFolder}. */
class FindingFoldersTest {
    static List<Path> documents() {
        return FindingFolder.documents();
    }

    static List<String> ids() {
        return PolicyChecks.standard().checks().stream().map(PolicyCheck::id).collect(Collectors.toList());
    }

    @ParameterizedTest
    @MethodSource("documents")
    void findWhatIsExpected(Path document) throws IOException {
        List<String> expected = FindingFolder.expected(document);

        assertThat(FindingFolder.actual(document, PolicyTarget.valueOf(expected.get(0))))
                .containsExactlyElementsOf(expected);
    }

    @ParameterizedTest
    @MethodSource("ids")
    void haveADocumentWithAndOneWithoutAFinding(String id) {
        List<Integer> lines = FindingFolder.documents(id).stream()
                .map(document -> FindingFolder.expected(document).size())
                .collect(Collectors.toList());

        assertThat(lines).contains(1).anyMatch(size -> size > 1);
    }

    @Test
    void areOneFolderForEachCheck() {
        assertThat(FindingFolder.ids()).containsExactlyInAnyOrderElementsOf(ids());
    }
}
