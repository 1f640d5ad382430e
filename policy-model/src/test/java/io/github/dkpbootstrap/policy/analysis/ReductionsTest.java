// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.dkpbootstrap.policy.Effect;
import io.github.dkpbootstrap.policy.Policies;
import io.github.dkpbootstrap.policy.PolicyDocument;
import io.github.dkpbootstrap.policy.PolicyTarget;
import io.github.dkpbootstrap.policy.PolicyTooLargeException;
import io.github.dkpbootstrap.policy.Statement;
import io.github.dkpbootstrap.policy.analysis.ReductionOptions.Sids;
import io.github.dkpbootstrap.policy.catalogue.Catalogue;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReductionsTest {
    private static final Catalogue CATALOGUE = Catalogue.bundled();

    @Test
    void provesEachStepOnTheVendorsPolicy() {
        Minimised minimised = managed(Policies.vendorPolicy()).minimise();

        assertThat(minimised.savedCharacters()).isEqualTo(22);
        assertThat(minimised.document().quotaCharacters()).isEqualTo(3428);
        assertThat(minimised.catalogueDate()).isEmpty();
        assertThat(managed(minimised.document())
                        .isNoBroaderThan(Policies.vendorPolicy())
                        .isProven())
                .isTrue();
        assertThat(managed(Policies.vendorPolicy())
                        .isNoBroaderThan(minimised.document())
                        .isProven())
                .isTrue();
    }

    @Test
    void saysAsOfWhenWildcardsCoverTheSame() {
        Minimised minimised = managed(Policies.vendorPolicy())
                .minimise(ReductionOptions.builder().wildcards(CATALOGUE).build());

        assertThat(minimised.savedCharacters()).isGreaterThan(22);
        assertThat(minimised.catalogueDate()).contains(CATALOGUE.date());
        assertThat(managed(Policies.vendorPolicy())
                        .isNoBroaderThan(minimised.document())
                        .isProven())
                .isTrue();
        assertThat(managed(minimised.document())
                        .isNoBroaderThan(Policies.vendorPolicy())
                        .isProven())
                .isFalse();
    }

    /** As policies grow: the same permissions again for another part of the installation, with a few more. */
    @Test
    void bringsAPolicyThatGrewByHandBackUnderItsQuota() {
        PolicyDocument.Builder grown = PolicyDocument.builder();
        for (Statement statement : Policies.vendorPolicy().statements()) {
            grown.addStatement(statement);
            grown.addStatement(
                    statement.toBuilder().actions(moreActions(statement)).build());
        }
        PolicyDocument document = grown.build();
        assertThat(document.quotaCharacters()).isGreaterThan(6144);

        Fit fit = managed(document).fit();

        assertThat(fit.documents()).hasSize(1);
        assertThat(fit.documents().get(0).quotaCharacters()).isLessThan(3700);
        assertThat(fit.steps()).extracting(ReductionStep::kind).contains(ReductionStep.Kind.SUBSUME);
        assertThat(managed(document).isNoBroaderThan(fit.documents().get(0)).isProven())
                .isTrue();
        assertThat(managed(fit.documents().get(0)).isNoBroaderThan(document).isProven())
                .isTrue();
    }

    @Test
    void dropsIdsOnlyWhereAsked() {
        PolicyDocument document = Policies.policy("{'Version': '2012-10-17', 'Statement': ["
                + "{'Sid': 'A', 'Effect': 'Allow', 'Action': 's3:A', 'Resource': '*'},"
                + "{'Sid': 'B', 'Effect': 'Allow', 'Action': 's3:B', 'Resource': '*'}]}");

        assertThat(managed(document).minimise().steps()).isEmpty();
        Minimised minimised = managed(document)
                .minimise(ReductionOptions.builder().sids(Sids.DROP).build());
        assertThat(minimised.document().statements().values()).hasSize(1);
        assertThat(minimised.steps().get(0).statements()).containsExactly(0);
    }

    @Test
    void saysByHowMuchASessionPolicyIsTooLarge() {
        PolicyTooLargeException e = catchThrowableOfType(
                PolicyTooLargeException.class,
                () -> PolicyAnalysis.of(Policies.vendorPolicy(), PolicyTarget.SESSION_POLICY)
                        .fit());

        assertThat(e.excessCharacters()).isEqualTo(3428 - 2048);
        assertThat(e.largestStatement()).isZero();
        assertThat(e)
                .hasMessage(
                        "SESSION_POLICY takes 2048 characters, and 3428 are left of the document after all that could "
                                + "be proved to change nothing: 1380 too many. The largest statement, Statement[0], has "
                                + e.largestStatementCharacters() + ".");
    }

    @Test
    void leavesTheMeaningOfControlPoliciesThatOnlyDeny() {
        Statement one = Statement.builder()
                .effect(Effect.DENY)
                .actions("s3:A")
                .resources("*")
                .build();
        Statement other = one.toBuilder().actions("ec2:B").build();
        PolicyDocument document =
                PolicyDocument.builder().addStatement(one).addStatement(other).build();

        for (PolicyTarget target : List.of(PolicyTarget.SERVICE_CONTROL_POLICY, PolicyTarget.MANAGED_POLICY)) {
            PolicyDocument smaller =
                    PolicyAnalysis.of(document, target).minimise().document();

            assertThat(smaller.statements().values()).hasSize(1);
            assertThat(smaller.statements().values().get(0).actions().orElseThrow().values().stream()
                            .map(action -> action.value().requireText())
                            .collect(Collectors.toList()))
                    .isEqualTo(List.of("s3:A", "ec2:B"));
        }
    }

    private static String[] moreActions(Statement statement) {
        return statement.actions().stream()
                .flatMap(list -> Stream.concat(
                        list.stream().map(action -> action.value().requireText()),
                        Optional.of("sts:GetCallerIdentity").stream()))
                .toArray(String[]::new);
    }

    private static PolicyAnalysis managed(PolicyDocument document) {
        return PolicyAnalysis.of(document, PolicyTarget.MANAGED_POLICY);
    }
}
