// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dkpbootstrap.policy.Policies;
import io.github.dkpbootstrap.policy.PolicyTarget;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Policies that work have no errors; texts that cannot be read always have one finding. */
class FalsePositivesTest {
    private static final Path POLICIES = Path.of("src/test/resources/policies");
    private static final PolicyChecks ALL = PolicyChecks.standard();

    static Stream<Path> upstream() {
        return list("upstream");
    }

    static Stream<Path> refused() {
        return list("refused");
    }

    @Test
    void theVendorPolicyHasNoErrors() {
        assertThat(errors(ALL.check(Policies.vendorPolicy(), PolicyTarget.MANAGED_POLICY)))
                .isEmpty();
    }

    @Test
    void theVendorTrustPolicyHasNoErrorButItsPlaceholder() {
        assertThat(errors(ALL.check(Policies.vendorTrust(), PolicyTarget.TRUST_POLICY)))
                .containsExactly("INVALID_ARN_ACCOUNT");
    }

    @ParameterizedTest
    @MethodSource
    void upstream(Path policy) throws IOException {
        PolicyTarget target =
                policy.toString().contains("trust") ? PolicyTarget.TRUST_POLICY : PolicyTarget.MANAGED_POLICY;

        assertThat(errors(ALL.check(Files.readString(policy), target))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource
    void refused(Path policy) throws IOException {
        assertThat(ALL.check(Files.readString(policy), PolicyTarget.MANAGED_POLICY))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).isNotBlank());
    }

    private static List<String> errors(List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .map(Finding::id)
                .collect(Collectors.toList());
    }

    private static Stream<Path> list(String folder) {
        try (Stream<Path> files = Files.list(POLICIES.resolve(folder))) {
            return files
                    .filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .collect(Collectors.toList())
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
