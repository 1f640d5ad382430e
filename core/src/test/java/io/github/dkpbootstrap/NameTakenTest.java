// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.dkpbootstrap.testkit.CallFault;
import io.github.dkpbootstrap.testkit.EarlyValidation;
import io.github.dkpbootstrap.testkit.LocalAws;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.Capability;

/** A name that is taken is told with who has it, be that found before the call or after it. */
class NameTakenTest {
    private static final Region ELSEWHERE = Region.EU_WEST_1;

    private InProcessAccount account = new InProcessAccount();

    @AfterEach
    void close() {
        account.close();
    }

    private void restart(UnaryOperator<LocalAws.Builder> settings) {
        account.close();
        account = new InProcessAccount(settings);
    }

    private Bootstrapper bootstrapper() {
        return DkpBootstrap.using(account.clients);
    }

    private Bootstrapper worldwide() {
        return DkpBootstrap.using(BootstrapClients.builder()
                .from(account.clients)
                .otherRegions(account::in)
                .build());
    }

    private void assertNothingWritten() {
        assertThat(account.actions()).noneMatch(action -> action.matches("cloudformation:(Create|Update|Delete).*"));
    }

    private void deployElsewhere(String stackName) {
        CloudFormationClient client = account.in(ELSEWHERE);
        client.createStack(r ->
                r.stackName(stackName).templateBody(Templates.current()).capabilities(Capability.CAPABILITY_NAMED_IAM));
        account.clock.advance(Duration.ofMinutes(10));
        account.aws.forgetCalls();
    }

    @Test
    void tellsOfARoleOutsideAllStacks() {
        new Foreigner(account.clients.iam()).createRole(Foreigner.ROLE);

        ResourceNameTakenException taken = catchThrowableOfType(ResourceNameTakenException.class, worldwide()::deploy);

        assertThat(taken.resourceName()).isEqualTo(Foreigner.ROLE);
        assertThat(taken.owningStack()).isEmpty();
        assertThat(taken.owningRegion()).isEmpty();
        assertThat(taken)
                .hasMessageContaining("The role dkp-bootstrapper-role exists already: it belongs to no stack")
                .hasMessageContaining("adopt() takes it into the stack");
        assertNothingWritten();
    }

    @Test
    void tellsOfAPolicyAndOfAProfileToo() {
        account.clients
                .iam()
                .createPolicy(r -> r.policyName("dkp-bootstrapper-policy").policyDocument(Foreigner.READ_ALL));
        assertThatThrownBy(bootstrapper()::deploy)
                .isInstanceOf(ResourceNameTakenException.class)
                .hasMessageContaining("The policy dkp-bootstrapper-policy exists already");
        account.clients.iam().deletePolicy(r -> r.policyArn(Foreigner.POLICY));

        account.clients.iam().createInstanceProfile(r -> r.instanceProfileName(Foreigner.PROFILE));
        assertThatThrownBy(bootstrapper()::deploy)
                .isInstanceOf(ResourceNameTakenException.class)
                .hasMessageContaining("The instance profile DKPBootstrapInstanceProfile exists already");
        assertNothingWritten();
    }

    @Test
    void namesTheOtherStackOfTheRegion() {
        bootstrapper().deploy(spec -> spec.stackName("made-by-hand"));

        ResourceNameTakenException taken = catchThrowableOfType(ResourceNameTakenException.class, worldwide()::deploy);

        assertThat(taken.owningStack()).contains("made-by-hand");
        assertThat(taken.owningRegion()).isEmpty();
        assertThat(taken)
                .hasMessageContaining("it belongs to the stack made-by-hand. Deploy with stackName(\"made-by-hand\")");
        assertThat(bootstrapper()
                        .deploy(spec -> spec.stackName(taken.owningStack().orElseThrow()))
                        .outcome())
                .isEqualTo(DeploymentOutcome.UNCHANGED);
    }

    @Test
    void namesTheStackAndTheRegionThatHasIt() {
        deployElsewhere(Templates.STACK);

        ResourceNameTakenException taken = catchThrowableOfType(ResourceNameTakenException.class, worldwide()::deploy);

        assertThat(taken.owningStack()).contains(Templates.STACK);
        assertThat(taken.owningRegion()).contains(ELSEWHERE.id());
        assertThat(taken)
                .hasMessageContaining(
                        "it belongs to the stack dkp-bootstrapper in the Region eu-west-1, for IAM is global. Deploy there");
        assertNothingWritten();
    }

    @Test
    void saysThatAnotherRegionMayHaveItWhereThoseMayNotBeAsked() {
        deployElsewhere(Templates.STACK);

        ResourceNameTakenException taken =
                catchThrowableOfType(ResourceNameTakenException.class, bootstrapper()::deploy);

        assertThat(taken.owningRegion()).isEmpty();
        assertThat(taken).hasMessageContaining("perhaps to one in another (IAM is global)");
    }

    @Test
    void goesOnLookingWhereARegionCannotBeAsked() {
        deployElsewhere("theirs");
        account.aws.inject(CallFault.refused("AccessDenied", 403, "not enabled")
                .on("cloudformation:DescribeStackResources")
                .onCall(2)
                .times(2));

        assertThatThrownBy(worldwide()::deploy)
                .isInstanceOf(ResourceNameTakenException.class)
                .hasMessageContaining("it belongs to the stack theirs in the Region eu-west-1");
    }

    @Test
    void tellsOfARoleThatAppearsAfterItHadLooked() {
        Bootstrapper raced = raced(() -> new Foreigner(account.clients.iam()).createRole(Foreigner.ROLE));

        StackOperationException failure = catchThrowableOfType(StackOperationException.class, raced::deploy);

        assertThat(failure.resource()).contains(Templates.ROLE);
        assertThat(failure)
                .hasMessageContaining("ended as ROLLBACK_COMPLETE")
                .hasMessageContaining("already exists")
                .hasMessageContaining("adopt() takes it into the stack");
    }

    @Test
    void namesTheStackThatHasTakenTheNameAfterItHadLooked() {
        Bootstrapper raced = raced(() -> bootstrapper().deploy(spec -> spec.stackName("faster")));

        StackOperationException failure = catchThrowableOfType(StackOperationException.class, raced::deploy);

        assertThat(failure)
                .hasMessageContaining("already exists in stack")
                .hasMessageContaining("it belongs to the stack faster");
    }

    @Test
    void namesTheRegionThatHasTakenTheNameAfterItHadLooked() {
        BootstrapClients clients = BootstrapClients.builder()
                .from(account.clients(Before.call("CreateStack", () -> deployElsewhere("faster"))))
                .otherRegions(account::in)
                .build();

        assertThatThrownBy(() -> DkpBootstrap.using(clients).deploy())
                .isInstanceOf(StackOperationException.class)
                .hasMessageContaining("it belongs to the stack faster in the Region eu-west-1");
    }

    @Test
    void tellsWhatEarlyValidationFoundThoughTheStacksEventsDoNot() {
        restart(settings -> settings.earlyValidation(EarlyValidation.ON));
        Bootstrapper raced = raced(() -> new Foreigner(account.clients.iam()).createRole(Foreigner.ROLE));

        StackOperationException failure = catchThrowableOfType(StackOperationException.class, raced::deploy);

        assertThat(failure.resource()).contains(Templates.ROLE);
        assertThat(failure)
                .hasMessageContaining("DKPBootstrapRole (AWS::IAM::Role) is NAME_CONFLICT_VALIDATION_FAILED")
                .hasMessageContaining("adopt() takes it into the stack");
    }

    @Test
    void warnsWhereEarlyValidationMayNotBeReadAndStillTellsOfTheFailure() {
        restart(settings -> settings.earlyValidation(EarlyValidation.ON));
        Before race = Before.call("CreateStack", () -> new Foreigner(account.clients.iam()).createRole(Foreigner.ROLE));
        BootstrapClients blind =
                account.clients(account.aws.createUser("blind", Allowed.allBut("cloudformation:DescribeEvents")), race);

        try (RecordedLog log = RecordedLog.open()) {
            assertThatThrownBy(() -> DkpBootstrap.using(blind).deploy())
                    .isExactlyInstanceOf(StackOperationException.class)
                    .hasMessageContaining("ended as ROLLBACK_COMPLETE")
                    .hasMessageContaining("Validation failure detected");
            assertThat(log.warnings())
                    .singleElement()
                    .asString()
                    .contains("could not be read (cloudformation:DescribeEvents)");
        }
    }

    private Bootstrapper raced(Runnable race) {
        return DkpBootstrap.using(account.clients(Before.call("CreateStack", race)));
    }
}
