// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dkpbootstrap.policy.Policies;
import io.github.dkpbootstrap.policy.PolicyDocument;
import io.github.dkpbootstrap.policy.PolicyTarget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Policies in use: that of the vendor, and documents with the facts of those of Cluster API Provider AWS, from which the
 * vendor's was made. They have no errors; what they have is true.
 */
class RealPoliciesTest {
    private static final Path FOLDER = Path.of("src/test/resources/findings-real");

    static List<Path> upstream() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("upstream")
    void ofTheUpstreamHaveNoErrors(Path file) throws IOException {
        assertThat(PolicyChecks.standard().check(Files.readString(file), PolicyTarget.MANAGED_POLICY))
                .filteredOn(finding -> finding.severity() == Severity.ERROR)
                .isEmpty();
    }

    @Test
    void ofTheUpstreamHaveTheseWarnings() throws IOException {
        assertThat(warnings("control-plane"))
                .containsExactly("$.Statement[0].Resource CREATE_SLR_WITH_STAR_IN_RESOURCE");
        assertThat(warnings("nodes")).isEmpty();
        assertThat(warnings("controllers")).containsExactly("$.Statement[5].Resource PASS_ROLE_WITH_STAR_IN_RESOURCE");
        assertThat(warnings("controllers-eks"))
                .containsExactly(
                        "$.Statement[6].Action[2] ACTION_WITHOUT_RESOURCE_LEVEL_SUPPORT",
                        "$.Statement[6].Action[10] ACTION_WITHOUT_RESOURCE_LEVEL_SUPPORT");
    }

    @Test
    void ofTheVendorHasNoErrorAndPassesManyRoles() {
        assertThat(warnings(Policies.vendorPolicy()))
                .containsExactly("$.Statement[5].Resource[0] PASS_ROLE_WITH_STAR_IN_RESOURCE");
        assertThat(PolicyChecks.standard().check(Policies.vendorTrust(), PolicyTarget.TRUST_POLICY))
                .extracting(Finding::id)
                .doesNotContain("INVALID_ACTION", "UNKNOWN_ACTION", "INVALID_SERVICE_IN_ACTION");
    }

    private static List<String> warnings(String name) throws IOException {
        return warnings(PolicyDocument.parse(Files.readString(FOLDER.resolve(name + ".json"))));
    }

    private static List<String> warnings(PolicyDocument document) {
        return PolicyChecks.standard().check(document, PolicyTarget.MANAGED_POLICY).stream()
                .filter(finding -> finding.severity().isAtLeast(Severity.WARNING))
                .map(finding -> finding.path() + ' ' + finding.id())
                .toList();
    }
}
