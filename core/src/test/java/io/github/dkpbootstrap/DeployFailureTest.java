// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.dkpbootstrap.deploy.StackEvent;
import io.github.dkpbootstrap.deploy.StackOperation;
import io.github.dkpbootstrap.policy.Effect;
import io.github.dkpbootstrap.policy.PolicyDocument;
import io.github.dkpbootstrap.template.VendorTemplate;
import io.github.dkpbootstrap.testkit.AccessKeys;
import io.github.dkpbootstrap.testkit.CallFault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudformation.model.Capability;
import software.amazon.awssdk.services.cloudformation.model.OnFailure;

class DeployFailureTest {
    private static final String TRUST = """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"ec2.amazonaws.com"},"Action":"sts:AssumeRole"}]}""";

    private final LocalAccount account = new LocalAccount();
    private final Bootstrapper bootstrapper = DkpBootstrap.using(account.clients);

    @AfterEach
    void close() {
        account.close();
    }

    @Test
    void refusesAnAccountThatIsNotTheCallers() {
        assertThatThrownBy(() -> bootstrapper.deploy(spec -> spec.accountId("999999999999")))
                .isInstanceOf(WrongAccountException.class)
                .hasMessageContaining(
                        "accountId is '999999999999' in the spec, but the credentials in use are of '123456789012'");
        assertThat(bootstrapper.status().exists()).isFalse();
    }

    @Test
    void refusesAPartitionThatIsNotTheCallers() {
        assertThatThrownBy(() -> bootstrapper.deploy(spec -> spec.partition("aws-cn")))
                .isInstanceOf(WrongAccountException.class)
                .hasMessageContaining("partition is 'aws-cn'");
    }

    @Test
    void saysThatARoleOutsideAnyStackHasTheName() {
        account.clients
                .iam()
                .createRole(r -> r.roleName("dkp-bootstrapper-role").assumeRolePolicyDocument(TRUST));

        ResourceNameTakenException taken = catchThrowableOfType(ResourceNameTakenException.class, bootstrapper::deploy);

        assertThat(taken).hasMessageContaining("it belongs to no stack in this Region");
        assertThat(taken.owningStack()).isEmpty();
        assertThat(taken.resourceName()).isEqualTo("dkp-bootstrapper-role");
        assertThat(bootstrapper.status().exists()).isFalse();
    }

    @Test
    void namesTheResourceTheReasonAndTheRemedyWhenAPermissionIsMissing() {
        AccessKeys keys = account.aws.createUser("alice", allBut("iam:CreatePolicy"));

        StackOperationException failure = catchThrowableOfType(
                StackOperationException.class,
                () -> DkpBootstrap.using(account.clients(keys)).deploy());

        assertThat(failure.operation()).isEqualTo(StackOperation.CREATE);
        assertThat(failure.resource()).contains("AWSIAMManagedPolicyDKPBootstrapper");
        assertThat(failure.reason())
                .hasValueSatisfying(reason -> assertThat(reason).contains("iam:CreatePolicy"));
        assertThat(failure)
                .hasMessageContaining("ended as ROLLBACK_COMPLETE")
                .hasMessageContaining("Give the caller the permission iam:CreatePolicy");
    }

    @Test
    void clearsAStackThatWasRolledBackAndMakesItAnew() {
        account.clients
                .cloudFormation()
                .createStack(r -> r.stackName("dkp-bootstrapper")
                        .templateBody(VendorTemplate.yaml().replace(VendorTemplate.ACCOUNT, "MYAWSACCOUNT"))
                        .onFailure(OnFailure.ROLLBACK)
                        .capabilities(Capability.CAPABILITY_NAMED_IAM));
        account.clock.advance(Duration.ofMinutes(10));
        assertThat(bootstrapper.status().stackStatus()).contains("ROLLBACK_COMPLETE");

        DkpDeployment dkp = bootstrapper.deploy();

        assertThat(dkp.outcome()).isEqualTo(DeploymentOutcome.CREATED);
        assertThat(bootstrapper.status().stackStatus()).contains("CREATE_COMPLETE");
    }

    @Test
    void waitsForSomebodyElsesOperationAndThenFindsItUnchanged() {
        account.clients
                .cloudFormation()
                .createStack(r -> r.stackName("dkp-bootstrapper")
                        .templateBody(
                                DkpBootstrap.template(BootstrapSpec.defaults()).body())
                        .capabilities(Capability.CAPABILITY_NAMED_IAM));

        assertThat(bootstrapper.deploy().outcome()).isEqualTo(DeploymentOutcome.UNCHANGED);
    }

    @Test
    void endsAtItsDeadlineAndCanBeCalledAgainToFollowOn() {
        assertThatThrownBy(() -> bootstrapper.deploy(spec -> spec.timeout(Duration.ofSeconds(20))))
                .isInstanceOf(StackOperationTimedOutException.class)
                .hasMessageContaining("AWS goes on with it: call again to follow it");

        assertThat(bootstrapper.deploy().outcome()).isEqualTo(DeploymentOutcome.CREATED);
    }

    @Test
    void endsWhenItsThreadIsInterruptedAndKeepsTheFlag() {
        Bootstrapper impatient = DkpBootstrap.using(BootstrapClients.builder()
                .from(account.clients)
                .sleeper(duration -> {
                    throw new InterruptedException();
                })
                .build());

        assertThatThrownBy(impatient::deploy).isInstanceOf(StackOperationInterruptedException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void respectsTerminationProtection() {
        bootstrapper.deploy();
        account.clients
                .cloudFormation()
                .updateTerminationProtection(
                        r -> r.stackName("dkp-bootstrapper").enableTerminationProtection(true));

        assertThatThrownBy(bootstrapper::destroy)
                .isInstanceOf(StackOperationException.class)
                .hasMessageContaining("has termination protection: switch it off");
        assertThat(bootstrapper.status().stackStatus()).contains("CREATE_COMPLETE");
    }

    @Test
    void saysWhatStillUsesThePolicyWhenItCannotBeDeleted() {
        DkpDeployment dkp = bootstrapper.deploy();
        account.clients.iam().createRole(r -> r.roleName("foreign").assumeRolePolicyDocument(TRUST));
        account.clients
                .iam()
                .attachRolePolicy(r -> r.roleName("foreign")
                        .policyArn(dkp.outputs().policyArn().toString()));

        StackOperationException failure = catchThrowableOfType(StackOperationException.class, bootstrapper::destroy);

        assertThat(failure.resource()).contains("AWSIAMManagedPolicyDKPBootstrapper");
        assertThat(failure).hasMessageContaining("ended as DELETE_FAILED").hasMessageContaining("detach it there");
    }

    @Test
    void tellsTheListenerEachEventOnceAndInOrder() {
        List<StackEvent> events = new ArrayList<>();

        bootstrapper.deploy(spec -> spec.listener(events::add));

        assertThat(events).extracting(StackEvent::id).doesNotHaveDuplicates();
        assertThat(events).isSortedAccordingTo((a, b) -> a.time().compareTo(b.time()));
        assertThat(events.get(0).status()).isEqualTo("CREATE_IN_PROGRESS");
        assertThat(events.get(events.size() - 1).status()).isEqualTo("CREATE_COMPLETE");
        assertThat(events).filteredOn(event -> !event.ofStack()).hasSize(9);
    }

    @Test
    void goesOnWhenTheListenerFails() {
        DkpDeployment dkp = bootstrapper.deploy(spec -> spec.listener(event -> {
            throw new IllegalStateException("broken listener");
        }));

        assertThat(dkp.outcome()).isEqualTo(DeploymentOutcome.CREATED);
    }

    @Test
    void goesByTheStackAloneWhereItsEventsMayNotBeRead() {
        AccessKeys keys = account.aws.createUser("blind", allBut("cloudformation:DescribeStackEvents"));
        Bootstrapper blind = DkpBootstrap.using(account.clients(keys));

        assertThat(blind.deploy().outcome()).isEqualTo(DeploymentOutcome.CREATED);
        assertThat(blind.deploy(spec -> spec.putTags("team", "a")).outcome()).isEqualTo(DeploymentOutcome.UPDATED);
        assertThat(blind.destroy()).isEqualTo(DestroyOutcome.DESTROYED);
    }

    private static PolicyDocument allBut(String action) {
        return PolicyDocument.builder()
                .addStatement(s -> s.effect(Effect.ALLOW).actions("*").resources("*"))
                .addStatement(s -> s.effect(Effect.DENY).actions(action).resources("*"))
                .build();
    }

    @Test
    void goesOnAfterPollsThatFail() {
        Fragile fragile = new Fragile(account.clients.cloudFormation());
        BootstrapClients clients = BootstrapClients.builder()
                .from(account.clients)
                .cloudFormation(fragile)
                .build();

        assertThat(DkpBootstrap.using(clients).deploy().outcome()).isEqualTo(DeploymentOutcome.CREATED);
        assertThat(fragile.failures()).isGreaterThan(5);
    }

    @Test
    void refusesToRenameWhatIsDeployed() {
        DkpDeployment dkp = bootstrapper.deploy();

        FrozenPropertyException frozen = catchThrowableOfType(
                FrozenPropertyException.class, () -> bootstrapper.deploy(spec -> spec.roleName("renamed")));

        assertThat(frozen.field()).isEqualTo("roleName");
        assertThat(frozen)
                .hasMessageContaining(
                        "roleName is 'renamed' in the spec, but 'dkp-bootstrapper-role' in the deployed stack");
        assertThatThrownBy(() -> bootstrapper.deploy(spec -> spec.policyName("renamed")))
                .isInstanceOf(FrozenPropertyException.class);
        assertThatThrownBy(() -> bootstrapper.deploy(spec -> spec.instanceProfileName("renamed")))
                .isInstanceOf(FrozenPropertyException.class);
        assertThat(bootstrapper.status().outputs()).contains(dkp.outputs());
    }

    @Test
    void looksAtTheCodeOfARefusalWhereItsTextSaysLittle() {
        account.aws.inject(
                CallFault.refused("LimitExceededException", 400, "Enough").on("cloudformation:CreateStack"));

        assertThatThrownBy(bootstrapper::deploy)
                .isInstanceOf(StackOperationException.class)
                .hasMessageContaining("refused by CloudFormation: Enough. Ask for a higher quota");
    }

    @Test
    void saysOfCredentialsThatExpireOnTheWayThatTheyDid() {
        account.aws.inject(
                CallFault.refused("ExpiredToken", 403, "The security token included in the request is expired")
                        .on("cloudformation:DescribeStackEvents")
                        .always());

        assertThatThrownBy(bootstrapper::deploy)
                .isInstanceOf(StackOperationException.class)
                .hasMessageContaining("cannot be followed")
                .hasMessageContaining("renew them, then call again")
                .hasMessageNotContaining("permission");
    }

    @Test
    void leavesAStackOfSomethingElseAlone() {
        account.clients
                .cloudFormation()
                .createStack(r -> r.stackName("prod")
                        .templateBody("{\"Resources\":{\"Payroll\":{\"Type\":\"AWS::IAM::Role\",\"Properties\":"
                                + "{\"RoleName\":\"payroll\",\"AssumeRolePolicyDocument\":" + TRUST + "}}}}")
                        .capabilities(Capability.CAPABILITY_NAMED_IAM));
        account.clock.advance(Duration.ofMinutes(10));

        assertThatThrownBy(() -> bootstrapper.deploy(spec -> spec.stackName("prod")))
                .isInstanceOf(StackOperationException.class)
                .hasMessageContaining("is no bootstrap stack: it also holds Payroll");
        assertThat(account.clients
                        .iam()
                        .getRole(r -> r.roleName("payroll"))
                        .role()
                        .roleName())
                .isEqualTo("payroll");
    }

    @Test
    void destroysNothingInAnAccountThatIsNotTheSpecs() {
        bootstrapper.deploy();

        assertThatThrownBy(() -> bootstrapper.destroy(spec -> spec.accountId("999999999999")))
                .isInstanceOf(WrongAccountException.class);
        assertThat(bootstrapper.status().exists()).isTrue();
    }
}
