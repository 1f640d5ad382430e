// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dkpbootstrap.policy.Policies;
import io.github.dkpbootstrap.policy.UnresolvedIntrinsicException;
import io.github.dkpbootstrap.policy.analysis.AccessRequest;
import io.github.dkpbootstrap.policy.analysis.Caller;
import io.github.dkpbootstrap.policy.analysis.Decision;
import io.github.dkpbootstrap.policy.analysis.Decision.Verdict;
import io.github.dkpbootstrap.policy.analysis.PolicyEvaluator;
import io.github.dkpbootstrap.policy.analysis.PolicySet;
import org.junit.jupiter.api.Test;

class PolicyEngineTest {
    private static final String SPOT =
            "arn:aws:iam::123456789012:role/aws-service-role/spot.amazonaws.com/AWSServiceRoleForEC2Spot";
    private static final PolicySet VENDOR =
            PolicySet.builder().addIdentity(Policies.vendorPolicy()).build();

    private final PolicyEngine engine = PolicyEngine.compile(VENDOR);

    @Test
    void decides() {
        assertThat(engine.decide(linkedRole("spot.amazonaws.com"))).isEqualTo(Verdict.ALLOWED);
        assertThat(engine.allows(linkedRole("spot.amazonaws.com"))).isTrue();
        assertThat(engine.allows(linkedRole("ecs.amazonaws.com"))).isFalse();
    }

    @Test
    void findsActionsWhateverTheirCase() {
        AccessRequest request = request("EC2:runINSTANCES", "arn:aws:ec2:us-west-2:123456789012:instance/i-1")
                .build();

        assertThat(engine.allows(request)).isTrue();
    }

    @Test
    void explainsWhatAStatementMissed() {
        Decision decision = engine.explain(linkedRole("ecs.amazonaws.com"));

        assertThat(decision.reason()).isEqualTo("No identity policy allows the request.");
        assertThat(decision.statements()).hasSize(7);
        assertThat(decision.statements().get(4).location()).isEqualTo("identity[0].Statement[4]");
        assertThat(decision.statements().get(4).reason())
                .isEqualTo("Condition StringLike iam:AWSServiceName: the request has \"ecs.amazonaws.com\", "
                        + "the policy wants \"spot.amazonaws.com\"");
        assertThat(decision.statements().get(5).reason())
                .isEqualTo("Action: \"iam:CreateServiceLinkedRole\" is not covered by \"iam:PassRole\"");
    }

    @Test
    void explainsWhatAllows() {
        assertThat(engine.explain(linkedRole("spot.amazonaws.com")).reason())
                .isEqualTo("identity[0].Statement[4] allows the request.");
    }

    @Test
    void neverShowsExternalIds() {
        PolicySet policies = PolicySet.builder()
                .addIdentity(Policies.statement("'Effect': 'Allow', 'Action': '*', 'Resource': '*', 'Condition': {"
                        + "'StringEquals': {'sts:EXTERNALID': 'policy-secret'}}"))
                .addIdentity(Policies.statement("'Effect': 'Allow', 'Action': '*', 'Resource': '*', 'Condition': {"
                        + "'Null': {'sts:ExternalId': true}}"))
                .build();
        AccessRequest request = request("sts:AssumeRole", "*")
                .contextKey("sts:ExternalId", "request-secret")
                .build();

        assertThat(PolicyEngine.compile(policies).explain(request).toString())
                .contains("****")
                .doesNotContain("secret");
    }

    @Test
    void throwsWhereTheAnswerHangsOnAnIntrinsic() {
        PolicyEngine open = PolicyEngine.compile(PolicySet.builder()
                .addIdentity(Policies.statement("'Effect': 'Allow', 'Action': 's3:*', 'Resource': {'Ref': 'A'}"))
                .build());

        assertThat(open.allows(request("ec2:RunInstances", "*").build())).isFalse();
        assertThatThrownBy(() -> open.allows(request("s3:GetObject", "*").build()))
                .isInstanceOf(UnresolvedIntrinsicException.class)
                .hasMessageStartingWith("The template intrinsic Ref has no text yet");
    }

    @Test
    void isAnEvaluatorForOneSetAfterTheOther() {
        PolicyEvaluator evaluator = PolicyEngine.evaluator();
        PolicySet none = PolicySet.builder().build();
        AccessRequest request = linkedRole("spot.amazonaws.com");

        assertThat(evaluator.decide(request, VENDOR).allowed()).isTrue();
        assertThat(evaluator.decide(request, none).allowed()).isFalse();
        assertThat(evaluator.decide(request, VENDOR)).isEqualTo(engine.explain(request));
    }

    private static AccessRequest linkedRole(String service) {
        return request("iam:CreateServiceLinkedRole", SPOT)
                .contextKey("iam:awsservicename", service)
                .build();
    }

    private static AccessRequest.Builder request(String action, String resource) {
        return AccessRequest.builder()
                .caller(Caller.roleSession(Words.ROLE, "test"))
                .action(action)
                .resource(resource);
    }
}
