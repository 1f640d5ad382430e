// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.analysis;

import static io.github.dkpbootstrap.policy.Policies.policy;
import static io.github.dkpbootstrap.policy.Policies.statement;
import static io.github.dkpbootstrap.policy.Policies.vendorPolicy;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dkpbootstrap.policy.Effect;
import io.github.dkpbootstrap.policy.PolicyDocument;
import io.github.dkpbootstrap.policy.PolicyTarget;
import org.junit.jupiter.api.Test;

class PolicyDiffTest {
    private static PolicyDiff diff(PolicyDocument older, PolicyDocument newer) {
        return PolicyAnalysis.of(newer, PolicyTarget.MANAGED_POLICY).diff(older);
    }

    @Test
    void isEmptyForEqualDocuments() {
        PolicyDiff diff = diff(vendorPolicy(), vendorPolicy());

        assertThat(diff.statements()).isEmpty();
        assertThat(diff.isSameAccess()).isTrue();
    }

    @Test
    void tellsARewordingFromAChangeOfAccess() {
        PolicyDiff diff = diff(
                statement("'Effect': 'Allow', 'Action': ['s3:Get*', 's3:GetObject'], 'Resource': '*'"),
                statement("'Effect': 'Allow', 'Action': 'S3:get*', 'Resource': '*'"));

        assertThat(diff.isSameAccess()).isTrue();
        assertThat(diff.statements()).singleElement().satisfies(change -> assertThat(change.elements())
                .contains(ElementChange.of(
                        "Action", java.util.List.of("S3:get*"), java.util.List.of("s3:Get*", "s3:GetObject"))));
    }

    @Test
    void showsEachGainedAccessByARequest() {
        PolicyDocument newer = PolicyDocument.builder()
                .version(vendorPolicy().version())
                .statements(vendorPolicy().statements())
                .addStatement(s -> s.effect(Effect.ALLOW)
                        .actions("ec2:CreateVpc", "iam:CreateUser")
                        .resources("*"))
                .build();

        PolicyDiff diff = diff(vendorPolicy(), newer);

        assertThat(diff.isNoBroader()).isFalse();
        assertThat(diff.lost()).isEmpty();
        assertThat(diff.gained()).singleElement().satisfies(gained -> {
            assertThat(gained.path()).isEqualTo("$.Statement[7].Action[1]");
            assertThat(gained.action()).isEqualTo("iam:CreateUser");
            assertThat(gained.evidence().counterexample().orElseThrow().request().action())
                    .isEqualTo("iam:CreateUser");
        });
        assertThat(diff.statements()).singleElement().satisfies(change -> {
            assertThat(change.before()).isEmpty();
            assertThat(change.after()).isPresent();
        });
    }

    @Test
    void countsADenyThatWentAsGain() {
        PolicyDiff diff = diff(
                policy("{'Statement': [{'Effect': 'Allow', 'Action': 's3:*', 'Resource': '*'},"
                        + "{'Effect': 'Deny', 'Action': 's3:Put*', 'Resource': '*'}]}"),
                policy("{'Statement': [{'Effect': 'Allow', 'Action': 's3:*', 'Resource': '*'}]}"));

        assertThat(diff.gained()).singleElement().satisfies(gained -> assertThat(
                        gained.evidence().counterexample().orElseThrow().request().action())
                .startsWith("s3:Put"));
        assertThat(diff.statements()).singleElement().satisfies(change -> assertThat(change.after())
                .isEmpty());
    }

    @Test
    void showsWhatAConditionTookAway() {
        PolicyDiff diff = diff(
                statement("'Sid': 'A', 'Effect': 'Allow', 'Action': 's3:*', 'Resource': '*'"),
                statement("'Sid': 'A', 'Effect': 'Allow', 'Action': 's3:*', 'Resource': '*',"
                        + "'Condition': {'Bool': {'aws:SecureTransport': 'true'}}"));

        assertThat(diff.isNoBroader()).isTrue();
        assertThat(diff.lost()).hasSize(1);
        assertThat(diff.statements()).singleElement().satisfies(change -> assertThat(change.elements())
                .containsExactly(ElementChange.of(
                        "Condition", java.util.List.of("Bool aws:SecureTransport: \"true\""), java.util.List.of())));
    }

    @Test
    void masksSecrets() {
        PolicyDiff diff = diff(
                statement("'Effect': 'Allow', 'Action': 'sts:*', 'Resource': '*'"),
                statement("'Effect': 'Allow', 'Action': 'sts:*', 'Resource': '*',"
                        + "'Condition': {'StringEquals': {'sts:ExternalId': 's3cret'}}"));

        assertThat(diff.statements().get(0).elements().toString()).doesNotContain("s3cret").contains("****");
    }
}
