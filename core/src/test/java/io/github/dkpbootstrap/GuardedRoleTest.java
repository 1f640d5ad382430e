// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dkpbootstrap.policy.Arn;
import io.github.dkpbootstrap.policy.Effect;
import io.github.dkpbootstrap.policy.PolicyDocument;
import io.github.dkpbootstrap.sts.Denial;
import io.github.dkpbootstrap.sts.DkpSession;
import io.github.dkpbootstrap.sts.InvalidSessionException;
import io.github.dkpbootstrap.sts.UnableToAssumeRoleException;
import io.github.dkpbootstrap.testkit.AccessKeys;
import io.github.dkpbootstrap.testkit.LocalMfaDevice;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.IamException;
import software.amazon.awssdk.services.sts.StsClient;

/** Everything that AssumeRole takes, against policies that ask for it, and denials that say what was missing. */
class GuardedRoleTest {
    private static final String EXTERNAL_ID = "contract-7f3a";
    private static final String TRUST = """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow",
             "Principal":{"AWS":"arn:aws:iam::123456789012:root"},
             "Action":["sts:AssumeRole","sts:TagSession","sts:SetSourceIdentity"],
             "Condition":{"StringEquals":{"sts:ExternalId":"contract-7f3a","aws:RequestTag/team":"a"},
                          "StringLike":{"sts:RoleSessionName":"ci-*","sts:SourceIdentity":"*"},
                          "Bool":{"aws:MultiFactorAuthPresent":"true"}}}]}
            """;
    private static final PolicyDocument MAY_ASSUME = PolicyDocument.builder()
            .addStatement(s -> s.effect(Effect.ALLOW).actions("sts:*").resources("*"))
            .build();

    private final InProcessAccount account = new InProcessAccount();
    private final AccessKeys alice = account.aws.createUser("alice", MAY_ASSUME);
    private final LocalMfaDevice device = account.aws.mfaDevice("alice");
    private final StsClient sts = account.sts(() -> SessionDay.basic(alice));
    private final DkpDeployment dkp = DkpBootstrap.using(account.clients).deploy();

    @AfterEach
    void close() {
        sts.close();
        account.close();
    }

    private Arn guarded() {
        String arn = account.clients
                .iam()
                .createRole(r -> r.roleName("guarded").assumeRolePolicyDocument(TRUST))
                .role()
                .arn();
        account.clients
                .iam()
                .putRolePolicy(
                        r -> r.roleName("guarded")
                                .policyName("links")
                                .policyDocument(
                                        "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"iam:*\",\"Resource\":\"*\"}}"));
        return Arn.parse(arn);
    }

    private DkpSession open(Arn role, Consumer<DkpSession.Builder> settings) {
        return dkp.openSession(s -> {
            s.stsClient(sts).roleArn(role).roleFacts(new IamRoleFacts(role, ClientSource.of(account.clients)));
            settings.accept(s);
        });
    }

    private static void all(DkpSession.Builder session, LocalMfaDevice device) {
        session.sessionName("ci-7")
                .externalId(EXTERNAL_ID)
                .mfa(device.serialNumber(), device::code)
                .tag("team", "a")
                .transitiveTag("cost-centre", "4711")
                .sourceIdentity("alice");
    }

    @Test
    void aSessionThatSendsWhatThePolicyAsksForIsLetIn() {
        try (DkpSession session = open(guarded(), s -> all(s, device));
                IamClient iam = account.iam(session.credentials())) {
            assertThat(iam.listRoles().roles()).isNotEmpty();
        }
        Map<String, String> sent = account.aws.calls().stream()
                .filter(call -> call.action().equals("sts:AssumeRole"))
                .findFirst()
                .orElseThrow()
                .parameters();
        assertThat(sent)
                .containsEntry("SourceIdentity", "alice")
                .containsEntry("TransitiveTagKeys.member.1", "cost-centre")
                .containsEntry("SerialNumber", device.serialNumber());
    }

    @Test
    void eachRefreshAsksForACodeOfItsOwn() {
        try (DkpSession session = open(guarded(), s -> all(s, device))) {
            String first = session.issued().accessKeyId();
            account.clock.advance(Duration.ofMinutes(70));
            assertThat(session.issued().accessKeyId()).isNotEqualTo(first);
        }
    }

    @Test
    void aSessionPolicyNarrowsWhatTheRolePermits() {
        PolicyDocument onlyRoles = PolicyDocument.builder()
                .addStatement(
                        s -> s.effect(Effect.ALLOW).actions("iam:ListRoles").resources("*"))
                .build();

        try (DkpSession session = open(guarded(), s -> {
                    all(s, device);
                    s.sessionPolicy(onlyRoles);
                });
                IamClient iam = account.iam(session.credentials())) {
            assertThat(iam.listRoles().roles()).isNotEmpty();
            assertThatThrownBy(iam::listPolicies)
                    .isInstanceOf(IamException.class)
                    .hasMessageContaining("session policy");
        }
    }

    @Test
    void theDenialNamesEachConditionThatWasNotMetAndNoSecret() {
        try (DkpSession session = open(guarded(), s -> s.sessionName("mine").externalId("contract-0000"))) {
            assertThatThrownBy(session::issued)
                    .isInstanceOfSatisfying(
                            UnableToAssumeRoleException.class,
                            denied -> assertThat(denied.denial()).isNotEqualTo(Denial.NOT_DENIED))
                    .hasMessageContaining("sts:ExternalId ****: the external id that was sent is another")
                    .hasMessageContaining("aws:MultiFactorAuthPresent [true]: no MFA code was sent; set mfa(..)")
                    .hasMessageContaining("sts:RoleSessionName [ci-*]: the session name is 'mine'")
                    .hasMessageContaining("aws:RequestTag/team [a]")
                    .hasMessageContaining("sts:SourceIdentity [*]: none was sent; set sourceIdentity(..)")
                    .hasMessageNotContaining("contract");
        }
    }

    @Test
    void nothingIsSaidOfARoleWhoseFactsAreNotKnown() {
        Arn guarded = guarded();
        try (DkpSession session = dkp.openSession(s -> s.stsClient(sts).roleArn(guarded))) {
            account.clock.advance(Duration.ofMinutes(5));
            assertThatThrownBy(session::issued)
                    .isInstanceOf(UnableToAssumeRoleException.class)
                    .hasMessageNotContaining("as it is now");
        }
    }

    @Test
    void theDenialOfACallerWithoutPermissionSaysSo() {
        AccessKeys bob = account.aws.createUser("bob");

        try (StsClient bobs = account.sts(() -> SessionDay.basic(bob));
                DkpSession session = dkp.openSession(s -> s.stsClient(bobs))) {
            account.clock.advance(Duration.ofMinutes(5)); // the deployment is no news any more
            assertThatThrownBy(session::issued)
                    .isInstanceOfSatisfying(
                            UnableToAssumeRoleException.class,
                            denied -> assertThat(denied.denial()).isEqualTo(Denial.PERMANENT))
                    .hasMessageContaining(
                            "the policies of arn:aws:iam::123456789012:user/bob, as they are now, do not permit")
                    .hasMessageContaining(
                            "allows sts:AssumeRole on arn:aws:iam::123456789012:role/dkp-bootstrapper-role");
        }
    }

    @Test
    void twoHoursByAChainedRoleAreRefusedBeforeTheCall() {
        Arn guarded = guarded();
        account.clients.iam().updateRole(r -> r.roleName("guarded").maxSessionDuration(7200));
        try (DkpSession first = dkp.openSession(s -> s.stsClient(sts).sessionName("first"));
                StsClient chained = account.sts(first.credentials());
                DkpSession second = open(guarded, s -> s.stsClient(chained).duration(Duration.ofHours(2)))) {
            first.issued();
            account.aws.forgetCalls();
            assertThatThrownBy(second::issued)
                    .isInstanceOf(InvalidSessionException.class)
                    .hasMessageContaining("role chaining");
        }
        assertThat(account.actions()).doesNotContain("sts:AssumeRole");
    }
}
