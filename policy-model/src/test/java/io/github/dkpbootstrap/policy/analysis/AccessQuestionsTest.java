// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.analysis;

import static io.github.dkpbootstrap.policy.Policies.policy;
import static io.github.dkpbootstrap.policy.Policies.statement;
import static io.github.dkpbootstrap.policy.Policies.vendorPolicy;
import static io.github.dkpbootstrap.policy.Policies.vendorTrust;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dkpbootstrap.policy.InvalidPolicyException;
import io.github.dkpbootstrap.policy.PolicyTarget;
import io.github.dkpbootstrap.policy.analysis.AccessAnswer.Granted;
import io.github.dkpbootstrap.policy.analysis.AccessAnswer.Undecided;
import io.github.dkpbootstrap.policy.analysis.Containment.Counterexample.Plausibility;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccessQuestionsTest {
    private static final PolicyAnalysis VENDOR = PolicyAnalysis.of(vendorPolicy(), PolicyTarget.MANAGED_POLICY);

    @ParameterizedTest
    @CsvSource(textBlock = """
            iam:CreateUser,             *,                                          false
            iam:*,                      arn:aws:iam::123456789012:user/alice,       false
            ec2:RunInstances,           *,                                          true
            EC2:runinstances,           arn:aws:ec2:eu-west-1:1:instance/i-1,       true
            iam:PassRole,               arn:aws:iam::123456789012:role/admin,       false
            iam:PassRole,               arn:aws:iam::1:role/x.cluster-api-provider-aws.sigs.k8s.io, true
            s3:*,                       *,                                          false
            sts:AssumeRole,             *,                                          false
            secretsmanager:DeleteSecret, *,                                         true
            secretsmanager:GetSecretValue, *,                                       false
            *,                          arn:aws:s3:::bucket,                        true
            """)
    void answersForTheVendorsPolicy(String action, String resource, boolean granted) {
        AccessAnswer answer = VENDOR.grants(action, resource);

        assertThat(answer instanceof Granted).as(answer.toString()).isEqualTo(granted);
        assertThat(answer.isNotGranted()).isNotEqualTo(granted);
    }

    @Test
    void isUndecidedWhereAWildcardMayReachAcrossAColonUnlessTheRuleIsReadAsDocumented() {
        assertThat(VENDOR.grants("iam:*", "arn:aws:iam::123456789012:user/*"))
                .isInstanceOfSatisfying(
                        Undecided.class, undecided -> assertThat(undecided.detail()).isEqualTo("rule 11c"));
        assertThat(VENDOR.rules(OpenRules.READ_AS_DOCUMENTED)
                        .grants("iam:*", "arn:aws:iam::123456789012:user/*")
                        .isNotGranted())
                .isTrue();
    }

    @Test
    void asksForAnyOfManyAtOnce() {
        assertThat(VENDOR.grants(List.of("iam:CreateUser", "iam:CreateAccessKey", "iam:Attach*"), List.of("*"))
                        .isNotGranted())
                .isTrue();
        assertThat(VENDOR.grants(List.of("iam:CreateUser", "ec2:CreateVpc"), List.of("arn:aws:s3:::a", "*")))
                .isInstanceOfSatisfying(
                        Granted.class,
                        granted -> assertThat(granted.request().action()).isEqualTo("ec2:CreateVpc"));
        assertThatThrownBy(() -> VENDOR.grants(List.of(), List.of("*"))).isInstanceOf(InvalidPolicyException.class);
    }

    @Test
    void showsARequestThatCanBeMade() {
        assertThat(VENDOR.grants("secretsmanager:*", "*")).isInstanceOfSatisfying(Granted.class, granted -> {
            assertThat(granted.plausibility()).isEqualTo(Plausibility.KNOWN);
            assertThat(granted.request().action()).isEqualTo("secretsmanager:CreateSecret");
            assertThat(granted.request().resource()).startsWith("arn:aws:secretsmanager:");
            assertThat(granted.decision().allowed()).isTrue();
        });
    }

    @Test
    void saysWhereTheCatalogueKnowsNoSuchRequest() {
        assertThat(PolicyAnalysis.of(
                                statement("'Effect': 'Allow', 'Action': 's3:NoSuchThing', 'Resource': '*'"),
                                PolicyTarget.MANAGED_POLICY)
                        .grants("s3:*", "*"))
                .isInstanceOfSatisfying(
                        Granted.class,
                        granted -> assertThat(granted.plausibility()).isEqualTo(Plausibility.NOT_IN_CATALOGUE));
    }

    @Test
    void asksTrustPoliciesWithoutResources() {
        assertThat(PolicyAnalysis.of(vendorTrust(), PolicyTarget.TRUST_POLICY).grants("sts:AssumeRole", "*"))
                .isInstanceOf(Granted.class);
        assertThat(PolicyAnalysis.of(vendorTrust(), PolicyTarget.TRUST_POLICY)
                        .grants("sts:AssumeRoleWithSAML", "*")
                        .isNotGranted())
                .isTrue();
    }

    @Test
    void takesTheResourceThatIsAskedForAsItIsWritten() {
        assertThat(PolicyAnalysis.of(
                                statement("'Effect': 'Allow', 'Action': 's3:*', 'Resource': 'arn:aws:s3:::a/${*}'"),
                                PolicyTarget.MANAGED_POLICY)
                        .grants("s3:GetObject", "arn:aws:s3:::a/${*}")
                        .isNotGranted())
                .isTrue();
    }

    @Test
    void isUndecidedWhereAnIntrinsicDecides() {
        assertThat(PolicyAnalysis.of(
                                policy("{'Statement': {'Effect': 'Allow', 'Action': 's3:*', 'Resource': {'Ref': 'B'}}}"),
                                PolicyTarget.MANAGED_POLICY)
                        .grants("s3:GetObject", "arn:aws:s3:::a"))
                .isInstanceOfSatisfying(
                        Undecided.class,
                        undecided -> assertThat(undecided.cause()).isEqualTo(Containment.Unknown.Cause.INTRINSIC));
    }
}
