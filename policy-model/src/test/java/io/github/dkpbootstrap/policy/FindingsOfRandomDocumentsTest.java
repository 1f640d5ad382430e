// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dkpbootstrap.policy.finding.Finding;
import io.github.dkpbootstrap.policy.finding.PolicyChecks;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Whatever the document: checks do not fail, point to what is there, and say the same of a document and of its text. */
class FindingsOfRandomDocumentsTest {
    private static final long SEED = Long.getLong("policy.seed", System.nanoTime());
    private static final int DOCUMENTS = 300;
    private static final List<PolicyTarget> TARGETS = List.of(PolicyTarget.values());
    private static final PolicyChecks ALL = PolicyChecks.standard();

    @Test
    void standWhereTheTextHasThem() {
        System.out.println("FindingsOfRandomDocumentsTest: -Dpolicy.seed=" + SEED);
        RandomDocuments documents = new RandomDocuments(SEED);
        for (int i = 0; i < DOCUMENTS; i++) {
            PolicyDocument document = documents.next();
            PolicyTarget target = TARGETS.get(i % TARGETS.size());
            String json = document.toJson(JsonLayout.PRETTY);
            List<Finding> ofText = ALL.check(json, target);

            assertThat(ofText)
                    .as("seed %d, document %d", SEED, i)
                    .extracting(Finding::span)
                    .doesNotContain(Optional.empty())
                    .extracting(Optional::orElseThrow)
                    .isSortedAccordingTo(Comparator.comparing(TextSpan::line).thenComparing(TextSpan::column));
            assertThat(lines(ALL.check(document, target)))
                    .as("seed %d, document %d", SEED, i)
                    .isEqualTo(lines(ofText));
        }
    }

    private static List<String> lines(List<Finding> findings) {
        return findings.stream()
                .map(finding -> String.join(" ", finding.id(), finding.path(), finding.message()))
                .collect(Collectors.toList());
    }
}
