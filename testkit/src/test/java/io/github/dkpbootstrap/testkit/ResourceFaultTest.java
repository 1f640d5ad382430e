// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudformation.model.OnFailure;

class ResourceFaultTest {
    private static final String ROLE = "DKPBootstrapRole";
    private static final String PROFILE = "AWSIAMInstanceProfileDKPBootstrapper";
    private static final String CHANGED = Fixture.template().replace("- ec2.amazonaws.com", "- ecs.amazonaws.com");

    private final Fixture fixture = new Fixture();
    private final LocalAws aws = fixture.aws;

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void failsACreationAndRollsBack() {
        aws.inject(ResourceFault.on(PROFILE)
                .whenCreating()
                .fails("The profile did not stabilize")
                .handlerErrorCode("NotStabilized"));
        fixture.create();

        assertThat(fixture.history("dkp"))
                .anySatisfy(line -> assertThat(line)
                        .matches(PROFILE
                                + " CREATE_FAILED \\(Resource handler returned message: \"The profile did not stabilize\" "
                                + "\\(RequestToken: [0-9a-f-]{36}, HandlerErrorCode: NotStabilized\\)\\)"))
                .endsWith("dkp ROLLBACK_COMPLETE");
        delete();
        fixture.create();
        assertThat(fixture.stack("dkp").stackStatusAsString()).isEqualTo("CREATE_COMPLETE");
    }

    @Test
    void failsTheRollbackOfACreation() {
        aws.inject(ResourceFault.on(PROFILE).whenCreating().fails("first"));
        aws.inject(ResourceFault.on(ROLE).whenRollingBack().fails("second"));
        fixture.create();

        assertThat(fixture.history("dkp"))
                .contains(PROFILE + " CREATE_FAILED (first)", ROLE + " DELETE_FAILED (second)")
                .endsWith("dkp ROLLBACK_FAILED (The following resource(s) failed to delete: [" + ROLE + "].)");
    }

    @Test
    void failsTheDeletionAfterACreationThatIsNotKept() {
        aws.inject(ResourceFault.on(PROFILE).whenCreating().fails("first"));
        aws.inject(ResourceFault.on(ROLE).whenDeleting().fails("second"));
        String id = fixture.cloudFormation
                .createStack(Fixture.createRequest().onFailure(OnFailure.DELETE).build())
                .stackId();
        fixture.settle();
        assertThat(fixture.stack(id).stackStatusAsString()).isEqualTo("DELETE_FAILED");
    }

    @Test
    void failsAnUpdateAndThenItsRollback() {
        fixture.create();
        aws.inject(ResourceFault.on(ROLE).whenUpdating().fails("first"));
        update();
        assertThat(fixture.stack("dkp").stackStatusAsString()).isEqualTo("UPDATE_ROLLBACK_COMPLETE");

        aws.inject(ResourceFault.on(ROLE).whenUpdating().fails("second"));
        aws.inject(ResourceFault.on(ROLE).whenRollingBack().fails("third"));
        update();
        assertThat(fixture.history("dkp"))
                .contains(ROLE + " UPDATE_FAILED (second)", ROLE + " UPDATE_FAILED (third)")
                .endsWith("dkp UPDATE_ROLLBACK_FAILED (The following resource(s) failed to update: [" + ROLE + "]. )");
    }

    @Test
    void failsADeletionAsOftenAsIsWanted() {
        fixture.create();
        aws.inject(ResourceFault.on(ROLE).whenDeleting().fails("no").times(2));
        delete();
        assertThat(fixture.stack("dkp").stackStatusAsString()).isEqualTo("DELETE_FAILED");
        delete();
        assertThat(fixture.stack("dkp").stackStatusAsString()).isEqualTo("DELETE_FAILED");
        delete();
        assertThat(fixture.cloudFormation.describeStacks().stacks()).isEmpty();
    }

    @Test
    void failsUntilTheFaultsAreCleared() {
        fixture.create();
        aws.inject(ResourceFault.onAnyResource().whenDeleting().fails("no").always());
        delete();
        delete();
        assertThat(fixture.stack("dkp").stackStatusAsString()).isEqualTo("DELETE_FAILED");
        aws.clearFaults();
        delete();
        assertThat(fixture.cloudFormation.describeStacks().stacks()).isEmpty();
    }

    @Test
    void letsAResourceTakeItsTime() {
        aws.inject(ResourceFault.on(ROLE).whenCreating().takes(Duration.ofHours(2)));
        Instant start = fixture.clock.instant();
        fixture.cloudFormation.createStack(Fixture.createRequest().build());
        fixture.clock.advance(Duration.ofMinutes(119));
        assertThat(fixture.stack("dkp").stackStatusAsString()).isEqualTo("CREATE_IN_PROGRESS");
        fixture.settle();
        assertThat(fixture.stack("dkp").stackStatusAsString()).isEqualTo("CREATE_COMPLETE");
        assertThat(fixture.iam
                        .getRole(r -> r.roleName("dkp-bootstrapper-role"))
                        .role()
                        .createDate())
                .isBefore(start.plusSeconds(10));
    }

    @Test
    void failsLate() {
        aws.inject(ResourceFault.on(ROLE).whenCreating().fails("late").after(Duration.ofMinutes(5)));
        fixture.cloudFormation.createStack(Fixture.createRequest().build());
        fixture.clock.advance(Duration.ofMinutes(4));
        assertThat(fixture.stack("dkp").stackStatusAsString()).isEqualTo("CREATE_IN_PROGRESS");
        fixture.settle();
        assertThat(fixture.history("dkp"))
                .contains(ROLE + " CREATE_FAILED (late)")
                .endsWith("dkp ROLLBACK_COMPLETE");
    }

    @Test
    void concernsTheStackThatItNames() {
        aws.inject(ResourceFault.on(ROLE).whenCreating().fails("no").ofStack("other"));
        fixture.create();
        assertThat(fixture.stack("dkp").stackStatusAsString()).isEqualTo("CREATE_COMPLETE");
    }

    @Test
    void refusesFaultsThatCannotHappen() {
        ResourceFault.Occasion occasion = ResourceFault.on(ROLE).whenCreating();
        assertThatThrownBy(() -> occasion.takes(Duration.ofSeconds(-1))).hasMessage("Nothing takes PT-1S");
        assertThatThrownBy(() -> occasion.fails("no").after(Duration.ofSeconds(-1)))
                .hasMessage("Nothing fails after PT-1S");
        assertThatThrownBy(() -> occasion.fails("no").times(0)).hasMessageContaining("at least once");
    }

    private void update() {
        fixture.cloudFormation.updateStack(
                r -> r.stackName("dkp").templateBody(CHANGED).capabilitiesWithStrings("CAPABILITY_NAMED_IAM"));
        fixture.settle();
    }

    private void delete() {
        fixture.cloudFormation.deleteStack(r -> r.stackName("dkp"));
        fixture.settle();
    }
}
