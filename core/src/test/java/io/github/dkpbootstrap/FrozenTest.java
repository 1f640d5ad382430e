// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What cannot change on a deployed stack is found before anything is written, and the way out is one. */
class FrozenTest {
    private static final String WRITES = "cloudformation:(Create|Update|Delete|Execute).*";

    private final InProcessAccount account = new InProcessAccount();
    private final Bootstrapper bootstrapper = DkpBootstrap.using(account.clients);

    @AfterEach
    void close() {
        account.close();
    }

    static Stream<Arguments> frozen() {
        return Stream.of(
                change("roleName", "dkp-bootstrapper-role", "other", BootstrapSpec.Builder::roleName),
                change("policyName", "dkp-bootstrapper-policy", "other", BootstrapSpec.Builder::policyName),
                change(
                        "instanceProfileName",
                        "DKPBootstrapInstanceProfile",
                        "other",
                        BootstrapSpec.Builder::instanceProfileName),
                change("path", "/", "/teams/a/", BootstrapSpec.Builder::path),
                change(
                        "policyDescription",
                        "Minimal policy to create dkp clusters in AWS",
                        "Ours \"now\": it's 100% other",
                        BootstrapSpec.Builder::policyDescription));
    }

    private interface Setting {
        void set(BootstrapSpec.Builder spec, String value);
    }

    private static Arguments change(String field, String usual, String other, Setting setting) {
        return Arguments.of(field, usual, other, setting);
    }

    private static Consumer<BootstrapSpec.Builder> with(Setting setting, String value) {
        return spec -> setting.set(spec.putTags("team", "a"), value);
    }

    @ParameterizedTest
    @MethodSource("frozen")
    void isRefusedBeforeAnythingIsWrittenAndDeploysOnceItSaysWhatIsDeployed(
            String field, String usual, String other, Setting setting) {
        bootstrapper.deploy();
        account.aws.forgetCalls();

        FrozenPropertyException frozen =
                catchThrowableOfType(FrozenPropertyException.class, () -> bootstrapper.deploy(with(setting, other)));

        assertThat(frozen.field()).isEqualTo(field);
        assertThat(frozen.deployed()).isEqualTo(usual);
        assertThat(frozen.wanted()).isEqualTo(other);
        assertThat(frozen)
                .hasMessageContaining(field + " is '" + other + "' in the spec, but '" + usual + "'")
                .hasMessageContaining("set " + field + "(\"" + usual + "\")");
        assertThatThrownBy(() -> bootstrapper.plan(with(setting, other))).isInstanceOf(FrozenPropertyException.class);
        assertThat(account.actions()).noneMatch(action -> action.matches(WRITES));

        assertThat(bootstrapper.deploy(with(setting, frozen.deployed())).outcome())
                .isEqualTo(DeploymentOutcome.UPDATED);
    }

    @ParameterizedTest
    @MethodSource("frozen")
    void isFoundTheOtherWayRoundToo(String field, String usual, String other, Setting setting) {
        DkpDeployment dkp = bootstrapper.deploy(with(setting, other));

        FrozenPropertyException frozen = catchThrowableOfType(FrozenPropertyException.class, bootstrapper::deploy);

        assertThat(frozen.field()).isEqualTo(field);
        assertThat(frozen.deployed()).isEqualTo(other);
        assertThat(bootstrapper.deploy(with(setting, frozen.deployed())).outcome())
                .isEqualTo(DeploymentOutcome.UNCHANGED);
        assertThat(bootstrapper.status().outputs()).contains(dkp.outputs());
    }

    @Test
    void offersAnotherStackWithOtherNamesAsAWayOut() {
        bootstrapper.deploy();

        DkpDeployment other = bootstrapper.deploy(spec -> spec.stackName("other")
                .roleName("other")
                .policyName("other")
                .instanceProfileName("other")
                .path("/teams/a/")
                .policyDescription("Other"));

        assertThat(other.outcome()).isEqualTo(DeploymentOutcome.CREATED);
        assertThat(other.outputs().roleArn().toString()).isEqualTo("arn:aws:iam::123456789012:role/teams/a/other");
    }

    @Test
    void offersToDestroyTheStackFirstAsAWayOut() {
        bootstrapper.deploy();
        bootstrapper.destroy();

        assertThat(bootstrapper.deploy(spec -> spec.path("/teams/a/")).outcome())
                .isEqualTo(DeploymentOutcome.CREATED);
    }

    @Test
    void deploysAStackWhoseTemplateHasNoDescriptionWithAnEmptyOne() {
        account.aws
                .stack(Templates.STACK)
                .template(Templates.withoutDescription())
                .reach("CREATE_COMPLETE");

        FrozenPropertyException frozen = catchThrowableOfType(FrozenPropertyException.class, bootstrapper::deploy);
        assertThat(frozen.field()).isEqualTo("policyDescription");
        assertThat(frozen.deployed()).isEmpty();

        assertThat(bootstrapper
                        .deploy(spec ->
                                spec.policyDescription(frozen.deployed()).putTags("team", "a"))
                        .outcome())
                .isEqualTo(DeploymentOutcome.UPDATED);
    }

    @ParameterizedTest
    @EnumSource(BootstrapSpec.Outputs.class)
    void tellsTheArnsOfResourcesUnderAPath(BootstrapSpec.Outputs outputs) {
        BootstrapSpec spec = BootstrapSpec.builder()
                .path("/teams/a/")
                .policyDescription("Of team a")
                .outputs(outputs)
                .build();

        DeploymentOutputs made = bootstrapper.deploy(spec).outputs();

        assertThat(made.roleArn().toString())
                .isEqualTo("arn:aws:iam::123456789012:role/teams/a/dkp-bootstrapper-role")
                .isEqualTo(account.clients
                        .iam()
                        .getRole(r -> r.roleName("dkp-bootstrapper-role"))
                        .role()
                        .arn());
        assertThat(made.policyArn().toString())
                .isEqualTo("arn:aws:iam::123456789012:policy/teams/a/dkp-bootstrapper-policy");
        assertThat(made.instanceProfileArn().toString())
                .isEqualTo("arn:aws:iam::123456789012:instance-profile/teams/a/DKPBootstrapInstanceProfile");
        assertThat(account.clients
                        .iam()
                        .getPolicy(r -> r.policyArn(made.policyArn().toString()))
                        .policy()
                        .description())
                .isEqualTo("Of team a");
        assertThat(bootstrapper.status(spec).outputs()).contains(made);
        assertThat(bootstrapper.deploy(spec).outcome()).isEqualTo(DeploymentOutcome.UNCHANGED);
    }
}
