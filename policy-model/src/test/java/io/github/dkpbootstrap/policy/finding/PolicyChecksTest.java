// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dkpbootstrap.policy.PolicyDocument;
import io.github.dkpbootstrap.policy.PolicySyntaxException;
import io.github.dkpbootstrap.policy.PolicyTarget;
import io.github.dkpbootstrap.policy.TextSpan;
import io.github.dkpbootstrap.policy.UnknownCheckException;
import java.util.List;
import org.junit.jupiter.api.Test;

class PolicyChecksTest {
    private static final PolicyChecks ALL = PolicyChecks.standard();
    private static final String WITHOUT_VERSION =
            "\n  {\"Statement\": [{\"Effect\": \"Allow\", \"Action\": \"s3:GetObject\", \"Resource\": \"*\"}]}";

    @Test
    void pointToTheTextWhereThereIsOne() {
        List<Finding> findings = ALL.only("MISSING_VERSION").check(WITHOUT_VERSION, PolicyTarget.MANAGED_POLICY);

        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.path()).isEqualTo("$");
            assertThat(finding.span()).contains(TextSpan.of(2, 3, 2, 82));
            assertThat(finding).hasToString("WARNING MISSING_VERSION at $ (line 2, column 3): " + finding.message());
        });
    }

    @Test
    void saySoOfADocumentWithoutText() {
        List<Finding> findings =
                ALL.only("MISSING_VERSION").check(PolicyDocument.parse(WITHOUT_VERSION), PolicyTarget.MANAGED_POLICY);

        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.span()).isEmpty();
            assertThat(finding.severity()).isEqualTo(Severity.WARNING);
            assertThat(finding.page())
                    .hasFragment("access-analyzer-reference-policy-checks-general-warning-missing-version");
        });
    }

    @Test
    void canBeSwitchedOff() {
        assertThat(ALL.without("MISSING_VERSION").check(WITHOUT_VERSION, PolicyTarget.MANAGED_POLICY))
                .extracting(Finding::id)
                .doesNotContain("MISSING_VERSION");
    }

    @Test
    void refuseAnIdThatDoesNotExistAndNameNearOnes() {
        assertThatThrownBy(() -> ALL.without("MISING_VERSION"))
                .isInstanceOf(UnknownCheckException.class)
                .hasMessageStartingWith("There is no check 'MISING_VERSION': did you mean MISSING_VERSION, ");
        assertThatThrownBy(() -> ALL.only("missing-version")).hasMessageContaining("did you mean MISSING_VERSION, ");
    }

    @Test
    void sayWhyATextCannotBeRead() {
        assertThat(ALL.check("{\"Version\": }", PolicyTarget.MANAGED_POLICY))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.id()).isEqualTo("JSON_SYNTAX_ERROR");
                    assertThat(finding.path()).isEqualTo("$");
                    assertThat(finding.span()).contains(TextSpan.point(1, 13));
                });
    }

    @Test
    void neverPassATextThatCannotBeRead() {
        PolicyChecks off = ALL.without("JSON_SYNTAX_ERROR");

        assertThatThrownBy(() -> off.check("{", PolicyTarget.MANAGED_POLICY)).isInstanceOf(PolicySyntaxException.class);
    }
}
