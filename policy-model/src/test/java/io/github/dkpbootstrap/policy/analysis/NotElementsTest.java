// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dkpbootstrap.policy.Policies;
import io.github.dkpbootstrap.policy.PolicyDocument;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NotElementsTest {
    private static final String SESSION = "'arn:aws:sts::123456789012:assumed-role/deployer/build'";
    private static final String ROLE = "'arn:aws:iam::123456789012:role/team/deployer'";
    private static final String ACCOUNT = "'123456789012'";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            rule-15a | 'NotAction': 's3:Put*', 'Resource': '*'                            | every element matches the request
            rule-15a | 'NotAction': 's3:Get*', 'Resource': '*'                            | NotAction: "s3:GetObject" is excluded by "s3:Get*"
            rule-15a | 'NotAction': ['ec2:*', 's3:Get*'], 'Resource': '*'                 | NotAction: "s3:GetObject" is excluded by "ec2:*" or "s3:Get*"
            rule-15a | 'Action': '*', 'NotResource': 'arn:aws:s3:::other/*'               | every element matches the request
            rule-15a | 'Action': '*', 'NotResource': 'arn:aws:s3:::bucket/*'              | NotResource: "arn:aws:s3:::bucket/key" is excluded by "arn:aws:s3:::bucket/*"
            rule-15a | 'Action': '*', 'NotResource': '*'                                  | NotResource: "arn:aws:s3:::bucket/key" is excluded by "*"
            rule-13c | 'Action': '*', 'NotResource': 'arn:aws:s3:::${my:none}'            | every element matches the request
            """)
    void matchWhatNoEntryMatches(String rule, String elements, String reason) {
        for (String effect : new String[] {"Allow", "Deny"}) {
            PolicyDocument policy = Policies.statement("'Effect': '" + effect + "', " + elements);

            Decision decision = Requests.decideByIdentity(Requests.getObject().build(), policy);

            assertThat(Requests.onlyReason(decision)).as(rule).isEqualTo(reason);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            rule-15b | Allow | other                | true
            rule-15b | Allow | session              | false
            rule-15b | Allow | role                 | false
            rule-15b | Allow | account              | false
            rule-15c | Deny  | other                | true
            rule-15c | Deny  | session              | true
            rule-15c | Deny  | role                 | true
            rule-15c | Deny  | account              | true
            rule-15c | Deny  | session role         | true
            rule-15c | Deny  | role account         | true
            rule-15c | Deny  | session role account | false
            rule-15c | Deny  | everyone             | false
            rule-15b | Allow | everyone             | false
            """)
    void spareTheListedPrincipals(String rule, String effect, String listed, boolean matches) {
        String entries = listed.replace("session", SESSION)
                .replace("role ", ROLE + " ")
                .replaceAll("role$", ROLE)
                .replace("account", ACCOUNT)
                .replace("other", "'210987654321'")
                .replace("everyone", "'*'")
                .replace(" ", ", ");
        PolicyDocument policy = Policies.statement(
                "'Effect': '%s', 'Action': '*', 'NotPrincipal': {'AWS': [%s]}".formatted(effect, entries));

        Decision decision = Requests.decide(
                Requests.getObject().build(),
                PolicySet.builder().resource(policy).build());

        assertThat(decision.statements().get(0).matches()).as(rule + entries).isEqualTo(matches);
    }

    @Test
    @Tag("rule-15c")
    void spareTheRootUserByItsAccountAlone() {
        PolicyDocument policy =
                Policies.statement("'Effect': 'Deny', 'Action': '*', 'NotPrincipal': {'AWS': " + ACCOUNT + "}");
        PolicySet policies = PolicySet.builder().resource(policy).build();

        assertThat(Requests.decide(
                                Requests.getObject()
                                        .caller(Callers.named("root"))
                                        .build(),
                                policies)
                        .allowed())
                .isTrue();
        assertThat(Requests.decide(
                                Requests.getObject()
                                        .caller(Callers.named("user"))
                                        .build(),
                                policies)
                        .verdict())
                .isEqualTo(Decision.Verdict.EXPLICITLY_DENIED);
    }
}
