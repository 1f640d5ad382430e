// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dkpbootstrap.policy.Effect;
import io.github.dkpbootstrap.policy.PolicyDocument;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.IamException;
import software.amazon.awssdk.services.sts.model.StsException;

class PropagationTest {
    private static final Duration DELAY = Duration.ofSeconds(10);
    private static final String TRUST_ACCOUNT = """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"123456789012"},"Action":"sts:AssumeRole"}]}""";
    private static final String READ = """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"iam:ListRoles","Resource":"*"}]}""";

    private final Fixture fixture = new Fixture(builder -> builder.propagationDelay(DELAY));

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void doesNotKnowANewRoleAtOnce() {
        fixture.iam.createRole(r -> r.roleName("new").assumeRolePolicyDocument(TRUST_ACCOUNT));

        assertThat(fixture.iam.getRole(r -> r.roleName("new")).role().arn()).endsWith("role/new");
        assertThatThrownBy(this::assume)
                .isInstanceOfSatisfying(
                        StsException.class,
                        e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo("AccessDenied"));
        fixture.clock.advance(DELAY.minusMillis(1));
        assertThatThrownBy(this::assume).isInstanceOf(StsException.class);
        fixture.clock.advance(Duration.ofMillis(1));
        assume();
    }

    @Test
    void trustsAsBeforeUntilTheChangeHasGotRound() {
        fixture.iam.createRole(r -> r.roleName("new").assumeRolePolicyDocument(TRUST_ACCOUNT));
        fixture.clock.advance(DELAY);
        fixture.iam.updateAssumeRolePolicy(r -> r.roleName("new").policyDocument(Trust.EC2));

        assertThat(fixture.iam.getRole(r -> r.roleName("new")).role().assumeRolePolicyDocument())
                .contains("ec2.amazonaws.com");
        assume();
        fixture.clock.advance(DELAY);
        assertThatThrownBy(this::assume).isInstanceOf(StsException.class);
    }

    @Test
    void decidesByOldPoliciesUntilTheNewOnesHaveGotRound() {
        IamClient alice = fixture.iam(Fixture.basic(fixture.aws.createUser("alice")));
        assertThatThrownBy(alice::listRoles).isInstanceOf(IamException.class);
        fixture.iam.putUserPolicy(r -> r.userName("alice").policyName("read").policyDocument(READ));

        assertThatThrownBy(alice::listRoles).isInstanceOf(IamException.class);
        fixture.clock.advance(DELAY);
        alice.listRoles();
    }

    @Test
    void knowsUsersOfTheTestAtOnce() {
        PolicyDocument read = PolicyDocument.builder()
                .addStatement(
                        s -> s.effect(Effect.ALLOW).actions("iam:ListRoles").resources("*"))
                .build();
        fixture.iam(Fixture.basic(fixture.aws.createUser("bob", read))).listRoles();
    }

    @Test
    void delaysWhatAStackMakesToo() {
        fixture.cloudFormation.createStack(Fixture.createRequest().build());
        fixture.clock.advance(Duration.ofSeconds(8));
        assertThat(fixture.iam.listRoles().roles()).isNotEmpty();
        assertThatThrownBy(() ->
                        fixture.sts.assumeRole(r -> r.roleArn(Fixture.ROLE).roleSessionName("EXAMPLE")))
                .isInstanceOf(StsException.class);
        fixture.settle();
        fixture.sts.assumeRole(r -> r.roleArn(Fixture.ROLE).roleSessionName("EXAMPLE"));
    }

    @Test
    void refusesNegativeDelays() {
        assertThatThrownBy(() -> LocalAws.builder().propagationDelay(Duration.ofSeconds(-1)))
                .hasMessage("Changes cannot count PT-1S after they are made");
    }

    private void assume() {
        fixture.sts.assumeRole(
                r -> r.roleArn("arn:aws:iam::123456789012:role/new").roleSessionName("EXAMPLE"));
    }
}
