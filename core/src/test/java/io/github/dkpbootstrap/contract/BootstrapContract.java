// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.github.dkpbootstrap.BootstrapSpec;
import io.github.dkpbootstrap.Bootstrapper;
import io.github.dkpbootstrap.DeploymentOutcome;
import io.github.dkpbootstrap.DestroyOutcome;
import io.github.dkpbootstrap.DkpBootstrap;
import io.github.dkpbootstrap.DkpDeployment;
import io.github.dkpbootstrap.DkpPlan;
import io.github.dkpbootstrap.DkpStatus;
import io.github.dkpbootstrap.PlannedChange;
import io.github.dkpbootstrap.ResourceNameTakenException;
import io.github.dkpbootstrap.deploy.StackEvent;
import io.github.dkpbootstrap.policy.PolicyDocument;
import io.github.dkpbootstrap.sts.DkpSession;
import io.github.dkpbootstrap.template.DkpPolicies;
import io.github.dkpbootstrap.template.VendorTemplate;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.opentest4j.TestAbortedException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.cloudformation.model.Capability;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.IamException;
import software.amazon.awssdk.services.iam.model.Tag;
import software.amazon.awssdk.services.sts.StsClient;

/**
 * What must hold on every AWS: the same test code runs against the testkit, LocalStack, and any endpoint. State is read
 * back through IAM rather than believed from a status.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class BootstrapContract {
    private static final String ROLE = "dkp-bootstrapper-role";

    private Peer peer;
    private Bootstrapper bootstrapper;
    private TestAbortedException absence;

    /** Starts the peer, or skips the whole suite with the reason. */
    abstract Peer start();

    /** Before each test and not before all, so that each test is reported as skipped where there is no peer. */
    @BeforeEach
    void startPeer() {
        if (absence != null) {
            throw absence;
        }
        if (peer == null) {
            try {
                peer = start();
            } catch (TestAbortedException e) {
                absence = e;
                throw e;
            }
            bootstrapper = DkpBootstrap.using(peer.clients());
        }
    }

    @AfterAll
    void stopPeer() {
        if (peer != null) {
            peer.close();
        }
    }

    @AfterEach
    void destroyTheStack() {
        if (peer != null) {
            bootstrapper.destroy();
        }
    }

    @Test
    void createsRolePolicyAndInstanceProfile() {
        DkpDeployment dkp = bootstrapper.deploy();

        assertThat(dkp.outcome()).isEqualTo(DeploymentOutcome.CREATED);
        IamClient iam = peer.clients().iam();
        assertThat(iam.getRole(r -> r.roleName(ROLE)).role().arn())
                .isEqualTo(dkp.outputs().roleArn().toString());
        assertThat(iam.getInstanceProfile(r -> r.instanceProfileName("DKPBootstrapInstanceProfile"))
                        .instanceProfile()
                        .roles())
                .extracting(role -> role.roleName())
                .containsExactly(ROLE);
        assertThat(iam.listAttachedRolePolicies(r -> r.roleName(ROLE)).attachedPolicies())
                .extracting(policy -> policy.policyArn())
                .containsExactly(dkp.outputs().policyArn().toString());
        assertThat(livePolicy(dkp)).isEqualTo(DkpPolicies.permissions());
    }

    @Test
    void showsACreationBeforeItMakesIt() {
        try (DkpPlan plan = bootstrapper.plan()) {
            assertThat(plan.kind()).isEqualTo(DkpPlan.Kind.CREATE);
            assertThat(plan.changes())
                    .extracting(PlannedChange::type)
                    .containsExactlyInAnyOrder(
                            "AWS::IAM::InstanceProfile", "AWS::IAM::ManagedPolicy", "AWS::IAM::Role");
            assertThat(plan.changes()).extracting(PlannedChange::action).containsOnly(PlannedChange.Action.ADD);

            assertThat(plan.execute().outcome()).isEqualTo(DeploymentOutcome.CREATED);
        }
        assertThat(bootstrapper.deploy().outcome()).isEqualTo(DeploymentOutcome.UNCHANGED);
    }

    @Test
    void leavesNothingOfAPlanThatIsThrownAway() {
        try (DkpPlan plan = bootstrapper.plan()) {
            assertThat(plan.changeSetId()).isPresent();
        }
        assertThat(bootstrapper.status().exists()).isFalse();
    }

    @Test
    void findsNothingToDoTheSecondTime() {
        String stackId = bootstrapper.deploy().stackId();

        DkpDeployment again = bootstrapper.deploy();

        assertThat(again.outcome()).isEqualTo(DeploymentOutcome.UNCHANGED);
        assertThat(again.stackId()).isEqualTo(stackId);
    }

    @Test
    void updatesTheTagsOfTheStack() {
        bootstrapper.deploy();

        DkpDeployment updated = bootstrapper.deploy(spec -> spec.putTags("team", "platform"));

        assertThat(updated.outcome()).isEqualTo(DeploymentOutcome.UPDATED);
        truthful(Peer.Lie.IGNORES_STACK_TAGS);
        assertThat(peer.clients().iam().listRoleTags(r -> r.roleName(ROLE)).tags())
                .contains(Tag.builder().key("team").value("platform").build());
    }

    @Test
    void tellsTheStatusWithAndWithoutAStack() {
        assertThat(bootstrapper.status().exists()).isFalse();

        DkpDeployment dkp = bootstrapper.deploy();
        DkpStatus status = bootstrapper.status();

        assertThat(status.stackStatus()).contains("CREATE_COMPLETE");
        assertThat(status.stackId()).contains(dkp.stackId());
        assertThat(status.outputs()).contains(dkp.outputs());
    }

    @Test
    void takesUpAStackMadeFromThePage() {
        peer.clients()
                .cloudFormation()
                .createStack(r -> r.stackName("made-by-hand")
                        .templateBody(VendorTemplate.yaml().replace(VendorTemplate.ACCOUNT, account()))
                        .capabilities(Capability.CAPABILITY_NAMED_IAM));
        try {
            DkpDeployment found =
                    bootstrapper.deploy(spec -> spec.stackName("made-by-hand").outputs(BootstrapSpec.Outputs.OMITTED));
            assertThat(found.outcome()).isEqualTo(DeploymentOutcome.UNCHANGED);

            List<StackEvent> events = new ArrayList<>();
            DkpDeployment updated =
                    bootstrapper.deploy(spec -> spec.stackName("made-by-hand").listener(events::add));
            assertThat(updated.outcome()).isEqualTo(DeploymentOutcome.UPDATED);
            assertThat(events).allMatch(StackEvent::ofStack);
            assertThat(updated.outputs()).isEqualTo(found.outputs());
        } finally {
            bootstrapper.destroy(spec -> spec.stackName("made-by-hand"));
        }
    }

    @Test
    void namesTheStackThatOwnsTheNames() {
        bootstrapper.deploy();

        assertThatThrownBy(() -> bootstrapper.deploy(spec -> spec.stackName("another")))
                .isInstanceOf(ResourceNameTakenException.class)
                .hasMessageContaining(
                        "The role dkp-bootstrapper-role exists already: it belongs to the stack dkp-bootstrapper");
        assertThat(bootstrapper.status(spec -> spec.stackName("another")).exists())
                .isFalse();
    }

    @Test
    void assumesTheRoleAndItsCredentialsWorkInAnotherClient() {
        DkpDeployment dkp = bootstrapper.deploy();

        try (DkpSession session = dkp.openSession("contract");
                StsClient sts =
                        peer.pointed(StsClient.builder(), session.credentials()).build()) {
            assertThat(sts.getCallerIdentity().arn())
                    .isEqualTo("arn:aws:sts::" + account() + ":assumed-role/dkp-bootstrapper-role/contract");
        }
    }

    @Test
    void permitsTheRoleWhatItsPolicyPermitsAndNothingElse() {
        truthful(Peer.Lie.ALLOWS_EVERYTHING);
        DkpDeployment dkp = bootstrapper.deploy();

        try (DkpSession session = dkp.openSession("contract");
                IamClient iam =
                        peer.pointed(IamClient.builder(), session.credentials()).build()) {
            iam.createServiceLinkedRole(r -> r.awsServiceName("spot.amazonaws.com"));
            assertThatThrownBy(() -> iam.createServiceLinkedRole(r -> r.awsServiceName("ecs.amazonaws.com")))
                    .isInstanceOf(IamException.class)
                    .hasMessageContaining("is not authorized to perform: iam:CreateServiceLinkedRole");
            assertThatThrownBy(() -> iam.getRole(r -> r.roleName(ROLE)))
                    .hasMessageContaining("is not authorized to perform: iam:GetRole");
        }
    }

    @Test
    void isRefusedTheRoleOnceItIsGone() {
        truthful(Peer.Lie.ASSUMES_MISSING_ROLES);
        DkpDeployment dkp = bootstrapper.deploy();
        bootstrapper.destroy();

        try (DkpSession session = dkp.openSession("contract")) {
            assertThatThrownBy(() -> session.credentials().resolveCredentials())
                    .isInstanceOf(SdkClientException.class)
                    .hasMessageContaining("sts:AssumeRole");
        }
    }

    @Test
    void destroysEverythingAndCreatesAgain() {
        String first = bootstrapper.deploy().stackId();

        assertThat(bootstrapper.destroy()).isEqualTo(DestroyOutcome.DESTROYED);
        assertThatThrownBy(() -> peer.clients().iam().getRole(r -> r.roleName(ROLE)))
                .isInstanceOf(IamException.class);
        assertThat(bootstrapper.destroy()).isEqualTo(DestroyOutcome.ABSENT);

        DkpDeployment second = bootstrapper.deploy();
        assertThat(second.outcome()).isEqualTo(DeploymentOutcome.CREATED);
        assertThat(second.stackId()).isNotEqualTo(first);
    }

    private PolicyDocument livePolicy(DkpDeployment dkp) {
        String arn = dkp.outputs().policyArn().toString();
        String version =
                peer.clients().iam().getPolicy(r -> r.policyArn(arn)).policy().defaultVersionId();
        String document = peer.clients()
                .iam()
                .getPolicyVersion(r -> r.policyArn(arn).versionId(version))
                .policyVersion()
                .document();
        return PolicyDocument.parse(URLDecoder.decode(document, StandardCharsets.UTF_8));
    }

    private String account() {
        return peer.clients().sts().getCallerIdentity().account();
    }

    private void truthful(Peer.Lie lie) {
        assumeFalse(peer.lies().contains(lie), () -> "left out for this peer: " + lie.reason());
    }
}
