// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.analysis;

import static io.github.dkpbootstrap.policy.analysis.Requests.MATCHES;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dkpbootstrap.policy.Policies;
import io.github.dkpbootstrap.policy.PolicyDocument;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrincipalMatchingTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            rule-14a | session        | {'AWS': 'arn:aws:sts::123456789012:assumed-role/deployer/build'} | true
            rule-14a | session        | {'AWS': 'arn:aws:sts::123456789012:assumed-role/deployer/*'}     | false
            rule-14a | session        | {'AWS': 'arn:aws:iam::123456789012:role/team/deployer'}          | true
            rule-14a | session        | {'AWS': 'arn:aws:iam::123456789012:role/deployer'}               | false
            rule-14a | session        | {'AWS': 'arn:aws:iam::123456789012:role/team/Deployer'}          | false
            rule-14a | session        | {'AWS': 'arn:aws:iam::123456789012:user/alice'}                  | false
            rule-14a | user           | {'AWS': 'arn:aws:iam::123456789012:user/alice'}                  | true
            rule-14a | user           | {'AWS': ['arn:aws:iam::1:user/a', 'arn:aws:iam::123456789012:user/alice']} | true
            rule-14a | user           | {'AWS': 'arn:aws:iam::*:user/alice'}                             | false
            rule-14a | federated-user | {'AWS': 'arn:aws:sts::123456789012:federated-user/bob'}          | true
            rule-14b | session        | {'AWS': '123456789012'}                                          | true
            rule-14b | session        | {'AWS': 'arn:aws:iam::123456789012:root'}                        | true
            rule-14b | user           | {'AWS': 'arn:aws:iam::123456789012:root'}                        | true
            rule-14b | root           | {'AWS': '123456789012'}                                          | true
            rule-14b | root           | {'AWS': 'arn:aws:iam::123456789012:root'}                        | true
            rule-14b | user           | {'AWS': '210987654321'}                                          | false
            rule-14b | user           | {'AWS': 'arn:aws-cn:iam::123456789012:root'}                     | false
            rule-14b | provider       | {'AWS': '123456789012'}                                          | false
            rule-14c | anonymous      | '*'                                                              | true
            rule-14c | anonymous      | {'AWS': '*'}                                                     | true
            rule-14c | anonymous      | {'AWS': ''}                                                      | false
            rule-14c | user           | {'AWS': '*'}                                                     | true
            rule-14c | service        | '*'                                                              | true
            rule-14c | provider       | '*'                                                              | true
            rule-14d | service        | {'Service': 'ec2.amazonaws.com'}                                 | true
            rule-14d | service        | {'Service': 'ecs.amazonaws.com'}                                 | false
            rule-14d | service        | {'Service': '*'}                                                 | false
            rule-14d | service        | {'AWS': 'ec2.amazonaws.com'}                                     | false
            rule-14d | provider       | {'Federated': 'arn:aws:iam::123456789012:oidc-provider/id.example'} | true
            rule-14d | provider       | {'Federated': 'id.example'}                                      | false
            rule-14d | user           | {'CanonicalUser': 'arn:aws:iam::123456789012:user/alice'}        | true
            rule-14d | user           | {'CanonicalUser': '79a59df900b949e55d96a1e698fbaced'}            | false
            rule-14d | anonymous      | {'CanonicalUser': ''}                                            | false
            rule-14d | user           | {'Service': 'a', 'AWS': '123456789012'}                          | true
            """)
    void namesCallers(String rule, String caller, String principal, boolean named) {
        PolicyDocument policy = Policies.statement("'Effect': 'Deny', 'Action': '*', 'Principal': " + principal);
        AccessRequest request =
                Requests.getObject().caller(Callers.named(caller)).build();

        Decision decision =
                Requests.decide(request, PolicySet.builder().resource(policy).build());

        assertThat(decision.verdict() == Decision.Verdict.EXPLICITLY_DENIED)
                .as(rule)
                .isEqualTo(named);
        assertThat(Requests.onlyReason(decision)).isEqualTo(named ? MATCHES : notNamed(request.caller()));
    }

    private static String notNamed(Caller caller) {
        String who = caller.id().isEmpty() ? "an anonymous caller" : '"' + caller.id() + '"';
        return "Principal: " + who + " is not named";
    }

    @Test
    @Tag("rule-14e")
    void takesAPrincipalOnlyWhereTheKindOfPolicyHasOne() {
        PolicyDocument with = Policies.statement("'Effect': 'Deny', 'Action': '*', 'Resource': '*', 'Principal': '*'");
        PolicyDocument without = Policies.statement("'Effect': 'Deny', 'Action': '*', 'Resource': '*'");

        assertThat(Requests.onlyReason(
                        Requests.decideByIdentity(Requests.getObject().build(), with)))
                .isEqualTo("Principal: a policy of this kind cannot name one");
        assertThat(Requests.onlyReason(Requests.decide(
                        Requests.getObject().build(),
                        PolicySet.builder().resource(without).build())))
                .isEqualTo("Principal: a policy of this kind must name one");
    }
}
