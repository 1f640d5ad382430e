// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.dkpbootstrap.deploy.StackOperation;
import io.github.dkpbootstrap.testkit.CallFault;
import io.github.dkpbootstrap.testkit.ResourceFault;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each known cause comes with its remedy, and the cause is the first real failure of the right operation. */
class ExplanationTest {
    private final InProcessAccount account = new InProcessAccount();
    private final Bootstrapper bootstrapper = DkpBootstrap.using(account.clients);

    @AfterEach
    void close() {
        account.close();
    }

    private static void tagged(BootstrapSpec.Builder spec) {
        spec.putTags("team", "a");
    }

    private Bootstrapper without(String... actions) {
        return DkpBootstrap.using(account.clients(account.aws.createUser("poor", Allowed.allBut(actions))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Cannot exceed quota for RolesPerAccount: 1000 | ServiceLimitExceeded | Ask for a higher quota (Service Quotas",
                "Cannot exceed quota for PolicySize: 6144 | ServiceLimitExceeded | The policy is larger than the account's quota takes",
                "Cannot exceed quota for ACLSizePerRole: 2048 | ServiceLimitExceeded | The policy is larger than the account's quota takes",
                "Maximum policy size of 10240 bytes exceeded for role dkp | InvalidRequest | The policy is larger than the account's quota takes",
                "Invalid principal in policy: \"AWS\":\"arn:aws:iam::000000000000:root\" | InvalidRequest | check accountId and partition",
                "The policy is not in the valid JSON format | InvalidRequest | AWS does not accept what the template says",
                "Rate exceeded | Throttling | AWS throttles this account: wait some minutes, then call again"
            })
    void saysWhatToDoAboutAResourceThatCannotBeMade(String reason, String code, String remedy) {
        account.aws.inject(
                ResourceFault.on(Templates.POLICY).whenCreating().fails(reason).handlerErrorCode(code));

        StackOperationException failure = catchThrowableOfType(StackOperationException.class, bootstrapper::deploy);

        assertThat(failure.operation()).isEqualTo(StackOperation.CREATE);
        assertThat(failure.resource()).contains(Templates.POLICY);
        assertThat(failure.reason()).hasValueSatisfying(text -> assertThat(text).contains(reason));
        assertThat(failure).hasMessageContaining(reason).hasMessageContaining(remedy);
    }

    @ParameterizedTest
    @ValueSource(strings = {"iam:CreateRole", "iam:AttachRolePolicy", "iam:CreateInstanceProfile", "iam:PassRole"})
    void namesThePermissionThatAResourceTakes(String action) {
        assertThatThrownBy(without(action)::deploy)
                .isInstanceOf(StackOperationException.class)
                .hasMessageContaining("Give the caller the permission " + action + ", then call again");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cloudformation:CreateStack", "cloudformation:UpdateStack", "cloudformation:DeleteStack"})
    void namesThePermissionThatACallTakes(String action) {
        Bootstrapper poor = without(action);
        if (!action.endsWith("CreateStack")) {
            bootstrapper.deploy();
        }

        assertThatThrownBy(() -> {
                    poor.deploy(ExplanationTest::tagged);
                    poor.destroy();
                })
                .isInstanceOf(StackOperationException.class)
                .hasMessageContaining("was refused by CloudFormation")
                .hasMessageContaining("Give the caller the permission " + action + ", then call again");
    }

    @Test
    void saysWhoTakesTheCapabilityAway() {
        account.aws.inject(CallFault.refused(
                        "InsufficientCapabilitiesException", 400, "Requires capabilities : [CAPABILITY_NAMED_IAM]")
                .on("cloudformation:CreateStack"));

        assertThatThrownBy(bootstrapper::deploy)
                .isInstanceOf(StackOperationException.class)
                .hasMessageContaining("Requires capabilities : [CAPABILITY_NAMED_IAM]")
                .hasMessageContaining("which this library always sends");
    }

    @Test
    void namesTheForeignAttachmentThatBlocksADeletion() {
        bootstrapper.deploy();
        account.clients.iam().createUser(r -> r.userName("alice"));
        account.clients.iam().attachUserPolicy(r -> r.userName("alice").policyArn(Foreigner.POLICY));

        StackOperationException failure = catchThrowableOfType(StackOperationException.class, bootstrapper::destroy);

        assertThat(failure.operation()).isEqualTo(StackOperation.DELETE);
        assertThat(failure.resource()).contains(Templates.POLICY);
        assertThat(failure)
                .hasMessageContaining("ended as DELETE_FAILED")
                .hasMessageContaining("foreignAccess(ForeignAccess.REMOVE)")
                .hasMessageContaining("alice");
    }

    @Test
    void namesTheForeignProfileThatBlocksADeletion() {
        bootstrapper.deploy();
        new Foreigner(account.clients.iam()).putIntoProfile("elsewhere");

        assertThatThrownBy(bootstrapper::destroy)
                .isInstanceOf(StackOperationException.class)
                .hasMessageContaining("ended as DELETE_FAILED")
                .hasMessageContaining("elsewhere");
    }

    @Test
    void explainsThatANamedResourceCannotBeReplaced() {
        account.aws
                .stack(Templates.STACK)
                .template(Templates.withComputedDescription())
                .reach("CREATE_COMPLETE");

        assertThatThrownBy(bootstrapper::deploy)
                .isInstanceOf(StackOperationException.class)
                .hasMessageContaining("ended as UPDATE_ROLLBACK_COMPLETE")
                .hasMessageContaining("cannot update a stack when a custom-named resource requires replacing")
                .hasMessageContaining(
                        "Names, path and description cannot change: destroy the stack and deploy it anew, or keep them");
        assertThat(bootstrapper.status().outputs()).isPresent();
    }

    @Test
    void doesNotBlameAnOlderOperation() {
        bootstrapper.deploy();
        account.aws.inject(ResourceFault.on(Templates.ROLE).whenUpdating().fails("the older failure"));
        assertThatThrownBy(() -> bootstrapper.deploy(ExplanationTest::tagged))
                .hasMessageContaining("the older failure");
        account.aws.inject(ResourceFault.on(Templates.ROLE).whenDeleting().fails("the newer failure"));

        assertThatThrownBy(bootstrapper::destroy)
                .isInstanceOf(StackOperationException.class)
                .hasMessageContaining("the newer failure")
                .hasMessageNotContaining("the older failure");
    }

    @Test
    void doesNotBlameAnOlderOperationOfAStackThatItFindsFailed() {
        bootstrapper.deploy();
        account.aws.inject(ResourceFault.on(Templates.ROLE).whenUpdating().fails("the older failure"));
        assertThatThrownBy(() -> bootstrapper.deploy(ExplanationTest::tagged))
                .hasMessageContaining("the older failure");
        account.aws.inject(ResourceFault.on(Templates.ROLE).whenDeleting().fails("the newer failure"));
        account.clients.cloudFormation().deleteStack(r -> r.stackName(Templates.STACK));
        account.clock.advance(Duration.ofMinutes(5));

        assertThatThrownBy(bootstrapper::deploy)
                .isInstanceOf(StackOperationException.class)
                .hasMessageContaining("is DELETE_FAILED, and is left as it is")
                .hasMessageContaining("the newer failure")
                .hasMessageNotContaining("the older failure");
    }

    @Test
    void doesNotBlameSiblingsThatWereCancelled() {
        account.aws.inject(ResourceFault.on(Templates.POLICY).whenCreating().fails("the real failure"));

        StackOperationException failure = catchThrowableOfType(StackOperationException.class, bootstrapper::deploy);

        assertThat(failure.resource()).contains(Templates.POLICY);
        assertThat(failure).hasMessageContaining("the real failure").hasMessageNotContaining("cancelled");
        assertThat(account.clients
                        .cloudFormation()
                        .describeStackEvents(r -> r.stackName(Templates.STACK))
                        .stackEvents())
                .anyMatch(event -> "Resource creation cancelled".equals(event.resourceStatusReason()));
    }

    @Test
    void findsTheCauseOnALaterPage() {
        InProcessAccount paged = new InProcessAccount(settings -> settings.pageSize(1));
        try (paged) {
            paged.aws.stack(Templates.STACK).template(Templates.current()).reach("CREATE_FAILED");
            assertThatThrownBy(() -> DkpBootstrap.using(paged.clients).deploy())
                    .isInstanceOf(StackOperationException.class)
                    .hasMessageContaining(" is CREATE_FAILED: Resource handler returned message");
        }
    }

    @Test
    void asksDescribeEventsWhereTheStacksEventsMayNotBeRead() {
        account.aws.inject(ResourceFault.on(Templates.POLICY).whenCreating().fails("the real failure"));

        assertThatThrownBy(without("cloudformation:DescribeStackEvents")::deploy)
                .isInstanceOf(StackOperationException.class)
                .hasMessageContaining("the real failure");
    }

    @Test
    void warnsWhereNoCauseMayBeReadAndStillTellsOfTheFailure() {
        account.aws.inject(ResourceFault.on(Templates.POLICY).whenCreating().fails("the real failure"));
        Bootstrapper blind = without("cloudformation:DescribeStackEvents", "cloudformation:DescribeEvents");

        try (RecordedLog log = RecordedLog.open()) {
            assertThatThrownBy(blind::deploy)
                    .isExactlyInstanceOf(StackOperationException.class)
                    .hasMessageContaining("ended as ROLLBACK_COMPLETE")
                    .hasMessageContaining("CloudFormation reported no failed resource");
            assertThat(log.warnings()).anyMatch(line -> line.contains("cloudformation:DescribeEvents"));
        }
    }
}
