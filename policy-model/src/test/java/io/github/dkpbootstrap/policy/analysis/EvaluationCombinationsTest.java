// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dkpbootstrap.policy.Policies;
import io.github.dkpbootstrap.policy.PolicyDocument;
import io.github.dkpbootstrap.policy.analysis.PolicySet.ResourcePolicyKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every combination of allowing and silent policies, against the line of the table that says which of them must allow.
 * A line reads: for this caller, in this account, named so by a resource policy of this kind, the request is allowed
 * exactly if all of the listed policies allow; {@code never} is for no combination at all.
 */
class EvaluationCombinationsTest {
    private static final PolicyDocument SILENT =
            Policies.statement("'Effect': 'Allow', 'Action': 'ec2:*', 'Resource': '*'");
    private static final Map<String, String> PRINCIPALS = Map.of(
            "user", Requests.USER,
            "session", Requests.SESSION,
            "role", Requests.ROLE,
            "account", Requests.ACCOUNT,
            "federated-user", Requests.FEDERATED_USER,
            "everyone", "*",
            "stranger", "arn:aws:iam::210987654321:user/mallory");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            rule-20d | user           | same  | ORDINARY   | nobody         | identity boundary
            rule-20d | session        | same  | ORDINARY   | nobody         | identity boundary session
            rule-20d | session        | same  | ORDINARY   | stranger       | identity boundary session
            rule-23  | federated-user | same  | ORDINARY   | nobody         | identity boundary session
            rule-21a | user           | same  | ORDINARY   | user           | resource
            rule-21a | user           | same  | ORDINARY   | everyone       | resource
            rule-21a | session        | same  | ORDINARY   | session        | resource
            rule-21a | session        | same  | ORDINARY   | everyone       | resource
            rule-21a | federated-user | same  | ORDINARY   | federated-user | resource
            rule-21b | session        | same  | ORDINARY   | role           | boundary session
            rule-21c | user           | same  | ORDINARY   | account        | identity boundary
            rule-21c | session        | same  | ORDINARY   | account        | identity boundary session
            rule-21d | user           | same  | TRUST      | nobody         | never
            rule-21d | user           | same  | TRUST      | stranger       | never
            rule-21d | user           | same  | TRUST      | user           | resource
            rule-21d | user           | same  | TRUST      | account        | identity boundary
            rule-21d | session        | same  | TRUST      | role           | boundary session
            rule-21d | session        | same  | TRUST      | session        | resource
            rule-21d | session        | same  | MUST_ALLOW | nobody         | never
            rule-21d | session        | same  | MUST_ALLOW | account        | identity boundary session
            rule-21d | session        | same  | MUST_ALLOW | role           | boundary session
            rule-22a | user           | other | ORDINARY   | nobody         | never
            rule-22a | user           | other | ORDINARY   | stranger       | never
            rule-22a | user           | other | ORDINARY   | user           | identity boundary
            rule-22a | user           | other | ORDINARY   | account        | identity boundary
            rule-22a | session        | other | ORDINARY   | session        | identity boundary session
            rule-22a | session        | other | ORDINARY   | role           | identity boundary session
            rule-22a | session        | other | ORDINARY   | account        | identity boundary session
            rule-22a | session        | other | ORDINARY   | everyone       | identity boundary session
            rule-22a | session        | other | TRUST      | account        | identity boundary session
            rule-22a | session        | other | MUST_ALLOW | role           | identity boundary session
            rule-22a | federated-user | other | ORDINARY   | federated-user | identity boundary session
            rule-20e | root           | same  | ORDINARY   | nobody         | nothing
            rule-20e | root           | same  | MUST_ALLOW | nobody         | never
            rule-20e | root           | same  | MUST_ALLOW | account        | nothing
            rule-20e | root           | other | ORDINARY   | nobody         | never
            rule-20e | root           | other | ORDINARY   | account        | nothing
            """)
    @Tag("rule-20d")
    void allowExactlyIfWhatMustAllowDoes(
            String rule, String caller, String account, ResourcePolicyKind kind, String named, String needed) {
        for (int mask = 0; mask < 8; mask++) {
            List<String> allowing = new ArrayList<>();
            PolicySet.Builder policies = PolicySet.builder().resourceKind(kind);
            policies.addIdentity(pick(mask, 1, "identity", allowing));
            policies.boundary(pick(mask, 2, "boundary", allowing));
            policies.addSession(pick(mask, 4, "session", allowing));
            if (!named.equals("nobody")) {
                policies.resource(EvaluationOrderTest.principal("AWS", PRINCIPALS.getOrDefault(named, "")));
            }
            boolean expected = !needed.equals("never") && suffices(needed, caller, allowing);

            assertThat(decide(caller, account, policies.build()).allowed())
                    .as("%s: allowing are %s", rule, allowing)
                    .isEqualTo(expected);
        }
    }

    /** The users of the table have a session policy too: it limits whoever has one. */
    private static boolean suffices(String needed, String caller, List<String> allowing) {
        List<String> all = new ArrayList<>(List.of(needed.split(" ")));
        all.removeAll(List.of("nothing", "resource"));
        if (caller.equals("user") && all.contains("boundary")) {
            all.add("session");
        }
        return allowing.containsAll(all);
    }

    private static PolicyDocument pick(int mask, int bit, String name, List<String> allowing) {
        if ((mask & bit) == 0) {
            return SILENT;
        }
        allowing.add(name);
        return Policies.allowAll();
    }

    private static Decision decide(String caller, String account, PolicySet policies) {
        return Requests.decide(
                Requests.getObject()
                        .caller(Callers.named(caller))
                        .resourceAccount(account.equals("same") ? Requests.ACCOUNT : "210987654321")
                        .build(),
                policies);
    }
}
