// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dkpbootstrap.policy.Policies;
import io.github.dkpbootstrap.policy.PolicyDocument;
import io.github.dkpbootstrap.policy.analysis.Decision.Verdict;
import io.github.dkpbootstrap.policy.analysis.PolicySet.ResourcePolicyKind;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvaluationOrderTest {
    private static final PolicyDocument ALLOW = Policies.allowAll();
    private static final PolicyDocument DENY = Policies.statement("'Effect': 'Deny', 'Action': '*', 'Resource': '*'");
    private static final PolicyDocument SILENT =
            Policies.statement("'Effect': 'Allow', 'Action': 'ec2:*', 'Resource': '*'");
    private static final PolicyDocument DENY_EVERYONE =
            Policies.statement("'Effect': 'Deny', 'Action': '*', 'Resource': '*', 'Principal': '*'");

    @Test
    @Tag("rule-20a")
    void letsADenyOfAnyPolicyDecide() {
        PolicySet.Builder all = PolicySet.builder()
                .addIdentity(ALLOW)
                .boundary(ALLOW)
                .addSession(ALLOW)
                .resource(principal("AWS", Requests.SESSION))
                .addServiceControl(List.of(ALLOW));
        PolicySet base = all.build();

        assertThat(decide("session", base).verdict()).isEqualTo(Verdict.ALLOWED);
        denied(PolicySet.builder().from(base).addIdentity(DENY).build(), "identity[1].Statement[0]");
        denied(PolicySet.builder().from(base).boundary(DENY).build(), "boundary.Statement[0]");
        denied(PolicySet.builder().from(base).addSession(DENY).build(), "session[1].Statement[0]");
        denied(PolicySet.builder().from(base).resource(DENY_EVERYONE).build(), "resource.Statement[0]");
        denied(
                PolicySet.builder()
                        .from(base)
                        .addServiceControl(List.of(ALLOW, DENY))
                        .build(),
                "serviceControl[1][1].Statement[0]");
        denied(
                PolicySet.builder()
                        .from(base)
                        .addResourceControl(List.of(DENY_EVERYONE))
                        .build(),
                "resourceControl[0][0].Statement[0]");
    }

    private static void denied(PolicySet policies, String location) {
        Decision decision = decide("session", policies);

        assertThat(decision.verdict()).isEqualTo(Verdict.EXPLICITLY_DENIED);
        assertThat(decision.reason()).isEqualTo(location + " denies the request.");
    }

    @Test
    @Tag("rule-20b")
    void needsNoAllowFromResourceControlPolicies() {
        PolicyDocument other =
                Policies.statement("'Effect': 'Deny', 'Action': 'ec2:*', 'Resource': '*', 'Principal': '*'");

        assertThat(decide(
                                "session",
                                PolicySet.builder()
                                        .addIdentity(ALLOW)
                                        .addResourceControl(List.of(other))
                                        .addResourceControl(List.of())
                                        .build())
                        .allowed())
                .isTrue();
    }

    @Test
    @Tag("rule-20c")
    void needsAnAllowOfEachLevelOfServiceControlPolicies() {
        PolicySet base = PolicySet.builder()
                .addIdentity(ALLOW)
                .addServiceControl(List.of(SILENT, ALLOW))
                .build();

        assertThat(decide("session", base).allowed()).isTrue();
        assertThat(decide(
                                "session",
                                PolicySet.builder()
                                        .from(base)
                                        .addServiceControl(List.of(SILENT))
                                        .build())
                        .reason())
                .isEqualTo("No service control policy of level 1 (serviceControl[1]) allows the request.");
        assertThat(decide(
                                "session",
                                PolicySet.builder()
                                        .from(base)
                                        .addServiceControl(List.of())
                                        .build())
                        .allowed())
                .isFalse();
    }

    @Test
    @Tag("rule-20e")
    void allowsTheRootUserWhatServiceControlDoesNotLimit() {
        assertThat(decide("root", PolicySet.builder().build()).reason())
                .isEqualTo("The root user is allowed what nothing denies.");
        assertThat(decide(
                                "root",
                                PolicySet.builder()
                                        .addIdentity(DENY)
                                        .boundary(DENY)
                                        .build())
                        .allowed())
                .isTrue();
        assertThat(decide(
                                "root",
                                PolicySet.builder()
                                        .addServiceControl(List.of(SILENT))
                                        .build())
                        .verdict())
                .isEqualTo(Verdict.IMPLICITLY_DENIED);
        assertThat(decide("root", PolicySet.builder().resource(DENY_EVERYONE).build())
                        .verdict())
                .isEqualTo(Verdict.EXPLICITLY_DENIED);
    }

    @Test
    @Tag("rule-20f")
    void asksOnlyTheResourceForCallersWithoutAnAccount() {
        PolicySet own = PolicySet.builder()
                .addIdentity(ALLOW)
                .boundary(DENY)
                .addServiceControl(List.of(DENY))
                .build();

        for (String caller : new String[] {"service", "provider", "anonymous"}) {
            Decision without = decide(caller, own);
            assertThat(without.reason())
                    .isEqualTo(
                            "The resource policy does not allow the request, which a caller without an account needs.");
            assertThat(without.statements()).isEmpty();
            assertThat(decide(
                                    caller,
                                    PolicySet.builder()
                                            .from(own)
                                            .resource(principal("AWS", "*"))
                                            .build())
                            .allowed())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            rule-22b | arn:aws:s3:::bucket/key                 | true
            rule-22b | *                                       | true
            rule-22b | arn:aws:sqs:us-west-2:123456789012:q    | true
            rule-22b | arn:aws:sqs:us-west-2:210987654321:q    | false
            rule-22b | arn:aws:iam::aws:policy/ReadOnlyAccess  | true
            """)
    void findsTheAccountOfTheResource(String rule, String resource, boolean own) {
        AccessRequest request = Requests.request("a:B", resource).build();
        PolicySet policies = PolicySet.builder().addIdentity(ALLOW).build();

        assertThat(Requests.decide(request, policies).allowed()).as(rule).isEqualTo(own);
        assertThat(Requests.decide(
                                AccessRequest.builder()
                                        .from(request)
                                        .resourceAccount("210987654321")
                                        .build(),
                                policies)
                        .reason())
                .isEqualTo("The resource policy does not allow the request, which a caller of another account needs.");
    }

    @Test
    @Tag("rule-23")
    void givesAFederatedUserNothingWithoutASessionPolicy() {
        PolicySet identity = PolicySet.builder().addIdentity(ALLOW).build();

        assertThat(decide("session", identity).allowed()).isTrue();
        assertThat(decide("federated-user", identity).reason())
                .isEqualTo("The session of a federated user has no session policy, and so no permissions of its own.");
        assertThat(decide(
                                "federated-user",
                                PolicySet.builder()
                                        .from(identity)
                                        .addSession(ALLOW)
                                        .build())
                        .allowed())
                .isTrue();
        assertThat(decide(
                                "federated-user",
                                PolicySet.builder()
                                        .resource(principal("AWS", Requests.FEDERATED_USER))
                                        .build())
                        .allowed())
                .isTrue();
    }

    @Test
    @Tag("rule-21d")
    void needsTheAllowOfAKeyPolicy() {
        PolicySet silent = PolicySet.builder()
                .addIdentity(ALLOW)
                .resourceKind(ResourcePolicyKind.MUST_ALLOW)
                .build();

        assertThat(decide("session", silent).reason())
                .isEqualTo("The resource policy does not allow the request, which nothing else can replace.");
        assertThat(decide("root", silent).allowed()).isFalse();
        assertThat(decide(
                                "session",
                                PolicySet.builder()
                                        .from(silent)
                                        .resource(principal("AWS", Requests.ACCOUNT))
                                        .build())
                        .reason())
                .isEqualTo("identity[0].Statement[0] allows the request, and so does resource.Statement[0].");
    }

    @Test
    @Tag("rule-21a")
    void namesTheStatementThatGrantsMost() {
        PolicyDocument account = principal("AWS", Requests.ACCOUNT);
        PolicyDocument both = PolicyDocument.builder()
                .addStatement(account.statements().values().get(0))
                .addStatement(
                        principal("AWS", Requests.SESSION).statements().values().get(0))
                .build();

        assertThat(decide("session", PolicySet.builder().resource(both).build()).reason())
                .isEqualTo("resource.Statement[1] allows the request.");
    }

    static PolicyDocument principal(String type, String id) {
        return Policies.statement(
                "'Effect': 'Allow', 'Action': '*', 'Resource': '*', 'Principal': {'%s': '%s'}".formatted(type, id));
    }

    private static Decision decide(String caller, PolicySet policies) {
        return Requests.decide(
                Requests.getObject().caller(Callers.named(caller)).build(), policies);
    }
}
