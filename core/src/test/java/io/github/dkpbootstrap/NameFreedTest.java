// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.dkpbootstrap.testkit.CallFault;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.Capability;
import software.amazon.awssdk.services.iam.IamClient;

/** Which names count as taken, and what is said of those that have them. */
class NameFreedTest {
    private static final String STALE_ROLE = """
            <GetRoleResponse xmlns="https://iam.amazonaws.com/doc/2010-05-08/"><GetRoleResult><Role>
            <Path>/</Path><RoleName>dkp-bootstrapper-role</RoleName><RoleId>AROAEXAMPLE</RoleId>
            <Arn>arn:aws:iam::123456789012:role/dkp-bootstrapper-role</Arn><CreateDate>2026-01-01T00:00:00Z</CreateDate>
            </Role></GetRoleResult><ResponseMetadata><RequestId>1</RequestId></ResponseMetadata></GetRoleResponse>""";

    private final InProcessAccount account = new InProcessAccount();
    private final IamClient iam = account.clients.iam();
    private final Bootstrapper bootstrapper = DkpBootstrap.using(account.clients);

    @AfterEach
    void close() {
        account.close();
    }

    private void staleRole(int looks) {
        account.aws.inject(
                CallFault.answer(200, "text/xml", STALE_ROLE).on("iam:GetRole").times(looks));
    }

    private void failedStack() {
        account.aws
                .stack("dkp-bootstrapper")
                .template(DkpBootstrap.template(BootstrapSpec.defaults()).body())
                .reach("CREATE_FAILED");
    }

    @Test
    void aRoleThatIamStillShowsAfterItsStackWasDeletedIsNotTaken() {
        failedStack();
        staleRole(3);

        assertThat(bootstrapper
                        .deploy(BootstrapSpec.Builder::recreateFailedStack)
                        .outcome())
                .isEqualTo(DeploymentOutcome.CREATED);
    }

    @Test
    void aRoleThatIamStillShowsAfterADeletionByOthersIsNotTakenEither() {
        account.aws
                .stack("dkp-bootstrapper")
                .template(DkpBootstrap.template(BootstrapSpec.defaults()).body())
                .reach("DELETE_IN_PROGRESS");
        staleRole(2);

        assertThat(bootstrapper.deploy().outcome()).isEqualTo(DeploymentOutcome.CREATED);
    }

    @Test
    void aRoleThatStaysIsTakenAfterHalfAMinute() {
        failedStack();
        staleRole(100);

        assertThatThrownBy(() -> bootstrapper.deploy(BootstrapSpec.Builder::recreateFailedStack))
                .isInstanceOf(ResourceNameTakenException.class)
                .hasMessageStartingWith("The role dkp-bootstrapper-role exists already: it belongs to no stack");
    }

    @Test
    void withoutADeletionNobodyWaits() {
        new Foreigner(iam).createRole(Foreigner.ROLE);
        Instant before = account.clock.instant();

        assertThatThrownBy(bootstrapper::deploy).isInstanceOf(ResourceNameTakenException.class);

        assertThat(account.clock.instant()).isEqualTo(before);
    }

    @Test
    void aRoleIsNotTheStacksBecauseAProfileOfThatNameIs() {
        bootstrapper.deploy(spec -> spec.roleName("other").instanceProfileName("dkp"));
        new Foreigner(iam).createRole("dkp");

        ResourceNameTakenException taken = catchThrowableOfType(
                ResourceNameTakenException.class,
                () -> bootstrapper.deploy(spec -> spec.stackName("second")
                        .roleName("dkp")
                        .policyName("second")
                        .instanceProfileName("second")));

        assertThat(taken).hasMessageContaining("The role dkp exists already: it belongs to no stack in this Region");
        assertThat(taken.owningStack()).isEmpty();
    }

    @Test
    void aPolicyUnderAnotherPathHasTheName() {
        iam.createPolicy(
                r -> r.policyName("DKP-bootstrapper-policy").path("/teams/").policyDocument(Foreigner.READ_ALL));

        assertThatThrownBy(bootstrapper::deploy)
                .isInstanceOf(ResourceNameTakenException.class)
                .hasMessageContaining("The policy dkp-bootstrapper-policy exists already, under the path /teams/, as "
                        + "arn:aws:iam::123456789012:policy/teams/DKP-bootstrapper-policy")
                .hasMessageContaining("adopt() takes it into the stack if the spec says path(\"/teams/\")");
    }

    @Test
    void aPolicyIsFoundOnWhateverPageItIs() {
        for (int i = 0; i < 130; i++) {
            String name = "a%03d".formatted(i);
            iam.createPolicy(r -> r.policyName(name).policyDocument(Foreigner.READ_ALL));
        }
        iam.createPolicy(
                r -> r.policyName("dkp-bootstrapper-policy").path("/z/").policyDocument(Foreigner.READ_ALL));

        assertThatThrownBy(bootstrapper::deploy).hasMessageContaining("under the path /z/");
    }

    @Test
    void theStackOfAnotherRegionIsNamedWithIt() {
        inParis();

        ResourceNameTakenException taken = catchThrowableOfType(
                ResourceNameTakenException.class,
                () -> DkpBootstrap.using(account.clientsOfAllRegions()).deploy());

        assertThat(taken.owningStack()).contains("paris");
        assertThat(taken.owningRegion()).contains("eu-west-3");
    }

    @Test
    void whatAStackOfAnotherRegionOwnsIsNotAdopted() {
        inParis();

        ResourceNameTakenException taken = catchThrowableOfType(
                ResourceNameTakenException.class,
                () -> DkpBootstrap.using(account.clientsOfAllRegions()).adopt());

        assertThat(taken)
                .hasMessageContaining("it belongs to the stack paris in the Region eu-west-3")
                .hasMessageContaining("Deploy there with stackName(\"paris\")");
        assertThat(taken.owningRegion()).contains("eu-west-3");
        assertThat(bootstrapper.status().exists()).isFalse();
    }

    private void inParis() {
        try (CloudFormationClient paris = account.in(Region.EU_WEST_3)) {
            paris.createStack(r -> r.stackName("paris")
                    .templateBody(
                            DkpBootstrap.template(BootstrapSpec.defaults()).body())
                    .capabilities(Capability.CAPABILITY_NAMED_IAM));
            account.clock.advance(Duration.ofMinutes(10));
        }
    }
}
