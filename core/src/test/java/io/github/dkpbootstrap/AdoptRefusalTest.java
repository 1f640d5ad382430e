// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dkpbootstrap.policy.JsonLayout;
import io.github.dkpbootstrap.testkit.AccessKeys;
import io.github.dkpbootstrap.testkit.EarlyValidation;
import io.github.dkpbootstrap.testkit.LocalCall;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.cloudformation.model.Capability;
import software.amazon.awssdk.services.iam.IamClient;

/** What an adoption looks at before it writes anything. */
class AdoptRefusalTest {
    private static final String ALLOW_ALL =
            "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\"}]}";

    private final InProcessAccount account = new InProcessAccount(aws -> aws.earlyValidation(EarlyValidation.ON));
    private final IamClient iam = account.clients.iam();
    private final Bootstrapper bootstrapper = DkpBootstrap.using(account.clients);

    @AfterEach
    void close() {
        account.close();
    }

    private void createStack(String name, String template) {
        account.clients
                .cloudFormation()
                .createStack(
                        r -> r.stackName(name).templateBody(template).capabilities(Capability.CAPABILITY_NAMED_IAM));
        account.clock.advance(Duration.ofMinutes(10));
    }

    private void orphanProfile() {
        iam.createInstanceProfile(r -> r.instanceProfileName(Foreigner.PROFILE));
    }

    private void orphanPolicy(String document) {
        iam.createPolicy(r -> r.policyName("dkp-bootstrapper-policy")
                .description(BootstrapSpec.defaults().policyDescription())
                .policyDocument(document));
    }

    private void assertThatNothingWasImported() {
        assertThat(account.aws.calls())
                .extracting(LocalCall::action)
                .doesNotContain("cloudformation:CreateChangeSet", "cloudformation:ExecuteChangeSet");
    }

    @Test
    void asksWhoseAStackIsBeforeItImportsIntoIt() {
        createStack("dkp-bootstrapper", """
                {"Resources":{"Payroll":{"Type":"AWS::IAM::Role","Properties":{"RoleName":"payroll",
                "AssumeRolePolicyDocument":%s}}}}""".formatted(Foreigner.TRUST));
        orphanProfile();

        assertThatThrownBy(bootstrapper::adopt)
                .isInstanceOf(StackOperationException.class)
                .hasMessageContaining("is no bootstrap stack: it also holds Payroll")
                .satisfies(failure -> assertThat(((StackOperationException) failure).operation())
                        .isEqualTo(io.github.dkpbootstrap.deploy.StackOperation.IMPORT));
        assertThatNothingWasImported();
    }

    @Test
    void findsWhatCannotChangeBeforeItImports() {
        createStack("dkp-bootstrapper", """
                {"Resources":{"DKPBootstrapRole":{"Type":"AWS::IAM::Role","Properties":{"RoleName":"older",
                "AssumeRolePolicyDocument":%s}}}}""".formatted(Foreigner.TRUST));
        orphanProfile();

        assertThatThrownBy(bootstrapper::adopt)
                .isInstanceOf(FrozenPropertyException.class)
                .hasMessageContaining("roleName is 'dkp-bootstrapper-role' in the spec, but 'older'");
        assertThatNothingWasImported();
    }

    @ParameterizedTest
    @CsvSource({
        "iam:GetPolicyVersion",
        "iam:GetPolicy",
        "iam:ListEntitiesForPolicy",
        "iam:GetRole",
        "iam:GetInstanceProfile",
        "cloudformation:DescribeStackResources"
    })
    void adoptsNothingThatMayNotBeRead(String action) {
        orphanPolicy(ALLOW_ALL);
        AccessKeys keys = account.aws.createUser("blind", Allowed.allBut(action));

        assertThatThrownBy(() -> DkpBootstrap.using(account.clients(keys)).adopt())
                .isInstanceOf(AdoptionRefusedException.class)
                .hasMessageContaining("needs " + action);
        assertThatNothingWasImported();
    }

    @Test
    void namesThePathOfAPolicyThatIsElsewhere() {
        iam.createPolicy(r -> r.policyName("dkp-bootstrapper-policy")
                .path("/teams/")
                .policyDocument(DkpBootstrap.policy(BootstrapSpec.defaults()).toJson(JsonLayout.MINIFIED)));

        assertThatThrownBy(bootstrapper::adopt)
                .isInstanceOf(AdoptionRefusedException.class)
                .hasMessageContaining("arn:aws:iam::123456789012:policy/teams/dkp-bootstrapper-policy")
                .hasMessageContaining("path(\"/teams/\")");
        assertThatNothingWasImported();
    }

    @Test
    void takesAProfileWhoseRoleIsYetToBeMade() {
        orphanProfile();

        assertThat(bootstrapper.adopt().outcome()).isEqualTo(DeploymentOutcome.ADOPTED);

        assertThat(iam.getInstanceProfile(r -> r.instanceProfileName(Foreigner.PROFILE))
                        .instanceProfile()
                        .roles())
                .extracting(role -> role.roleName())
                .containsExactly(Foreigner.ROLE);
        assertThat(bootstrapper.drift().isInSync()).isTrue();
    }

    @Test
    void refusesAProfileThatHoldsAnotherRole() {
        orphanProfile();
        new Foreigner(iam).createRole("other");
        iam.addRoleToInstanceProfile(
                r -> r.instanceProfileName(Foreigner.PROFILE).roleName("other"));

        assertThatThrownBy(bootstrapper::adopt)
                .isInstanceOf(AdoptionRefusedException.class)
                .hasMessageContaining("other");
        assertThatNothingWasImported();
    }

    @Test
    void refusesAPolicyThatTheStacksOwnRoleDoesNotHave() {
        bootstrapper.deploy();
        String template = DkpBootstrap.template(BootstrapSpec.defaults()).yaml();
        String role = template.substring(template.indexOf("  DKPBootstrapRole:"), template.indexOf("Outputs:"));
        bootstrapper.destroy();
        createStack("dkp-bootstrapper", "Resources:\n" + role);
        orphanPolicy(DkpBootstrap.policy(BootstrapSpec.defaults()).toJson(JsonLayout.MINIFIED));

        assertThatThrownBy(bootstrapper::adopt)
                .isInstanceOf(AdoptionRefusedException.class)
                .hasMessageContaining("/Roles");
        assertThatNothingWasImported();
    }

    @Test
    void keepsTheParametersOfTheStackThatItAddsTo() {
        createStack("dkp-bootstrapper", """
                {"Parameters":{"Max":{"Type":"Number"}},
                "Resources":{"DKPBootstrapRole":{"Type":"AWS::IAM::Role","Properties":{"RoleName":"dkp-bootstrapper-role",
                "MaxSessionDuration":{"Ref":"Max"},"AssumeRolePolicyDocument":%s}}}}""".formatted(Foreigner.TRUST), 7_200);
        orphanProfile();
        iam.addRoleToInstanceProfile(
                r -> r.instanceProfileName(Foreigner.PROFILE).roleName(Foreigner.ROLE));

        assertThat(bootstrapper.adopt().outcome()).isEqualTo(DeploymentOutcome.ADOPTED);
    }

    private void createStack(String name, String template, int max) {
        account.clients
                .cloudFormation()
                .createStack(r -> r.stackName(name)
                        .templateBody(template)
                        .parameters(p -> p.parameterKey("Max").parameterValue(String.valueOf(max)))
                        .capabilities(Capability.CAPABILITY_NAMED_IAM));
        account.clock.advance(Duration.ofMinutes(10));
    }
}
