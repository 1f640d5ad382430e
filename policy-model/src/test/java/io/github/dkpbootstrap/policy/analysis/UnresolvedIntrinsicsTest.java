// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dkpbootstrap.policy.JsonLayout;
import io.github.dkpbootstrap.policy.Policies;
import io.github.dkpbootstrap.policy.PolicyDocument;
import io.github.dkpbootstrap.policy.UnresolvedIntrinsicException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnresolvedIntrinsicsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "'Effect': 'Allow', 'Action': {'Ref': 'A'}, 'Resource': '*'",
                "'Effect': 'Allow', 'NotAction': {'Ref': 'A'}, 'Resource': '*'",
                "'Effect': 'Allow', 'Action': '*', 'Resource': ['arn:aws:s3:::x', {'Ref': 'A'}]",
                "'Effect': 'Allow', 'Action': '*', 'Resource': '*', 'Condition': {'StringEquals': {'my:a': {'Ref': 'A'}}}",
                "'Effect': 'Allow', 'Action': '*', 'Resource': '*', 'Condition': {'StringNotEquals': {'my:a': {'Ref': 'A'}}}"
            })
    void stopADecisionThatHangsOnThem(String statement) {
        assertThatThrownBy(() -> decide(Policies.statement(statement)))
                .isInstanceOf(UnresolvedIntrinsicException.class)
                .hasMessageStartingWith("The template intrinsic Ref has no text yet");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'Effect': 'Allow', 'Action': ['*', {'Ref': 'A'}], 'Resource': '*'",
                "'Effect': 'Allow', 'Action': '*', 'Resource': '*'}, {'Effect': 'Allow', 'Action': {'Ref': 'A'}, 'Resource': '*'"
            })
    void doNotMatterWhereSomethingElseAllows(String statements) {
        assertThat(decide(Policies.statement(statements)).allowed()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'Effect': 'Allow', 'Action': 'ec2:*', 'Resource': {'Ref': 'A'}",
                "'Effect': 'Allow', 'Action': {'Ref': 'A'}, 'Resource': 'arn:aws:s3:::other'",
                "'Effect': 'Deny', 'Action': 'ec2:*', 'Resource': {'Ref': 'A'}",
                "'Effect': 'Allow', 'NotAction': ['s3:*', {'Ref': 'A'}], 'Resource': '*'",
                "'Sid': {'Ref': 'A'}, 'Effect': 'Allow', 'Action': 'ec2:*', 'Resource': '*'"
            })
    void doNotMatterInAStatementThatMatchesInNoCase(String statement) {
        assertThat(decide(Policies.statement(statement)).verdict()).isEqualTo(Decision.Verdict.IMPLICITLY_DENIED);
    }

    @Test
    void matterInADenyEvenIfEverythingIsAllowed() {
        PolicyDocument deny = Policies.statement("'Effect': 'Deny', 'Action': {'Ref': 'A'}, 'Resource': '*'");
        PolicySet policies =
                PolicySet.builder().addIdentity(Policies.allowAll(), deny).build();

        assertThatThrownBy(() -> Requests.decide(Requests.getObject().build(), policies))
                .isInstanceOf(UnresolvedIntrinsicException.class);
    }

    @Test
    void matterInAPrincipalUnlessTheCallerIsNamedAnyway() {
        PolicyDocument open = EvaluationOrderTest.principal("AWS", "x");
        PolicyDocument intrinsic =
                Policies.policy(open.toJson(JsonLayout.MINIFIED).replace("\"x\"", "{\"Ref\":\"A\"}"));
        PolicyDocument named = Policies.policy(
                open.toJson(JsonLayout.MINIFIED).replace("\"x\"", "[\"" + Requests.SESSION + "\",{\"Ref\":\"A\"}]"));

        assertThatThrownBy(() -> decideByResource(intrinsic)).isInstanceOf(UnresolvedIntrinsicException.class);
        assertThat(decideByResource(named).allowed()).isTrue();
    }

    @Test
    void haveAReasonOfTheirOwn() {
        PolicyDocument policy = Policies.statement(
                "'Effect': 'Allow', 'Action': '*', 'Resource': '*'}, {'Effect': 'Allow', 'Action': {'Ref': 'A'}, 'Resource': '*'");

        assertThat(decide(policy).statements().get(1).reason())
                .isEqualTo("an intrinsic has no text yet; Action: \"s3:GetObject\" is not covered by \"{Ref}\"");
    }

    private static Decision decide(PolicyDocument policy) {
        return Requests.decideByIdentity(
                Requests.getObject().contextKey("my:a", "1").build(), policy);
    }

    private static Decision decideByResource(PolicyDocument policy) {
        return Requests.decide(
                Requests.getObject().build(),
                PolicySet.builder().resource(policy).build());
    }
}
