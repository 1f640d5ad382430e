// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap;

import static io.github.dkpbootstrap.Foreigner.POLICY;
import static io.github.dkpbootstrap.Foreigner.READ_ALL;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dkpbootstrap.policy.Arn;
import io.github.dkpbootstrap.policy.PolicyDocument;
import io.github.dkpbootstrap.policy.analysis.PolicySet;
import io.github.dkpbootstrap.testkit.AccessKeys;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.iam.IamClient;

/** What IAM tells of a role and of those who would assume it. */
class IamRoleFactsTest {
    private static final Arn ROLE = Arn.parse("arn:aws:iam::123456789012:role/dkp-bootstrapper-role");
    private static final Arn ALICE = Arn.parse("arn:aws:iam::123456789012:user/alice");
    private static final PolicyDocument READS = PolicyDocument.parse(READ_ALL);

    private final InProcessAccount account = new InProcessAccount(builder -> builder.pageSize(1));
    private final IamClient iam = account.clients.iam();
    private final IamRoleFacts facts = new IamRoleFacts(ROLE, ClientSource.of(account.clients));
    private PolicyDocument permissions = READS;

    @BeforeEach
    void deploy() {
        DkpBootstrap.using(account.clients).deploy();
        permissions = DkpBootstrap.policy(BootstrapSpec.defaults());
        iam.createUser(r -> r.userName("alice"));
    }

    @AfterEach
    void close() {
        account.close();
    }

    @Test
    void tellTheLongestSession() {
        assertThat(facts.maxSessionDuration()).contains(Duration.ofHours(1));

        iam.updateRole(r -> r.roleName("dkp-bootstrapper-role").maxSessionDuration(7_200));

        assertThat(facts.maxSessionDuration()).contains(Duration.ofHours(2));
    }

    @Test
    void tellTheTrustPolicyDecoded() {
        assertThat(facts.trustPolicy().orElseThrow().statements()).hasSize(2);

        new Foreigner(iam).editTrust(Foreigner.TRUST);

        assertThat(facts.trustPolicy()).contains(PolicyDocument.parse(Foreigner.TRUST));
    }

    @Test
    void tellAllThatAUserHas() {
        putInline("one");
        putInline("two");
        iam.attachUserPolicy(r -> r.userName("alice").policyArn(POLICY));
        for (String group : List.of("team", "admins")) {
            iam.createGroup(r -> r.groupName(group));
            iam.addUserToGroup(r -> r.groupName(group).userName("alice"));
            iam.putGroupPolicy(r -> r.groupName(group).policyName("of-" + group).policyDocument(READ_ALL));
        }
        iam.attachGroupPolicy(r -> r.groupName("team").policyArn(POLICY));

        PolicySet set = facts.callerPolicies(ALICE).orElseThrow();

        assertThat(set.identity()).containsExactlyInAnyOrder(READS, READS, permissions, READS, READS, permissions);
        assertThat(set.boundary()).isEmpty();
    }

    @Test
    void tellAllThatARoleHasWithItsBoundary() {
        Foreigner foreigner = new Foreigner(iam);
        foreigner.putInline("extra");
        iam.putRolePermissionsBoundary(r -> r.roleName("dkp-bootstrapper-role").permissionsBoundary(POLICY));

        PolicySet set = facts.callerPolicies(ROLE).orElseThrow();

        assertThat(set.identity()).containsExactlyInAnyOrder(READS, permissions);
        assertThat(set.boundary()).contains(permissions);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "iam:GetUser",
                "iam:ListUserPolicies",
                "iam:GetUserPolicy",
                "iam:ListAttachedUserPolicies",
                "iam:ListGroupsForUser",
                "iam:ListGroupPolicies",
                "iam:GetGroupPolicy",
                "iam:ListAttachedGroupPolicies",
                "iam:GetPolicy",
                "iam:GetPolicyVersion"
            })
    void tellNothingRatherThanAPart(String denied) {
        putInline("one");
        iam.attachUserPolicy(r -> r.userName("alice").policyArn(POLICY));
        iam.createGroup(r -> r.groupName("team"));
        iam.addUserToGroup(r -> r.groupName("team").userName("alice"));
        iam.putGroupPolicy(r -> r.groupName("team").policyName("g").policyDocument(READ_ALL));
        AccessKeys keys = account.aws.createUser("blind", Allowed.allBut(denied));

        assertThat(facts.callerPolicies(ALICE)).isPresent();
        assertThat(factsBy(keys).callerPolicies(ALICE)).isEmpty();
    }

    @Test
    void tellNothingOfTheRoleWithoutThePermission() {
        IamRoleFacts blind = factsBy(account.aws.createUser("blind", Allowed.allBut("iam:GetRole")));

        assertThat(blind.maxSessionDuration()).isEmpty();
        assertThat(blind.trustPolicy()).isEmpty();
    }

    @Test
    void tellNothingOfThoseWhoAreElsewhereOrNobody() {
        assertThat(facts.callerPolicies(Arn.parse("arn:aws:iam::210987654321:user/alice")))
                .isEmpty();
        assertThat(facts.callerPolicies(Arn.parse("arn:aws:iam::123456789012:user/nobody")))
                .isEmpty();
        assertThat(facts.callerPolicies(Arn.parse("arn:aws:iam::123456789012:root")))
                .isEmpty();
        assertThat(new IamRoleFacts(
                                Arn.parse("arn:aws:iam::123456789012:role/elsewhere/dkp-bootstrapper-role"),
                                ClientSource.of(account.clients))
                        .trustPolicy())
                .isEmpty();
    }

    @Test
    void neverThrow() {
        IamRoleFacts broken = new IamRoleFacts(ROLE, new ClientSource() {
            @Override
            public <T> T use(Function<BootstrapClients, T> work) {
                throw new IllegalStateException("Connection pool shut down");
            }
        });

        assertThat(broken.maxSessionDuration()).isEmpty();
        assertThat(broken.trustPolicy()).isEmpty();
        assertThat(broken.callerPolicies(ALICE)).isEqualTo(Optional.empty());
    }

    private void putInline(String name) {
        iam.putUserPolicy(r -> r.userName("alice").policyName(name).policyDocument(READ_ALL));
    }

    private IamRoleFacts factsBy(AccessKeys keys) {
        return new IamRoleFacts(ROLE, ClientSource.of(account.clients(keys)));
    }
}
