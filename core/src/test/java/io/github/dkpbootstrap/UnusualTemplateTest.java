// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dkpbootstrap.policy.JsonLayout;
import io.github.dkpbootstrap.testkit.CallFault;
import io.github.dkpbootstrap.testkit.LocalCall;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudformation.model.Capability;
import software.amazon.awssdk.services.iam.IamClient;

/** Stacks whose template others have written. */
class UnusualTemplateTest {
    private static final String UNREADABLE = """
            <GetTemplateResponse xmlns="http://cloudformation.amazonaws.com/doc/2010-05-15/"><GetTemplateResult>
            <TemplateBody>Resources: [unbalanced</TemplateBody></GetTemplateResult>
            <ResponseMetadata><RequestId>1</RequestId></ResponseMetadata></GetTemplateResponse>""";

    private final InProcessAccount account = new InProcessAccount();
    private final IamClient iam = account.clients.iam();
    private final Bootstrapper bootstrapper = DkpBootstrap.using(account.clients);

    @AfterEach
    void close() {
        account.close();
    }

    private void withMaximum(int seconds) {
        String template = DkpBootstrap.template(BootstrapSpec.defaults())
                .yaml()
                .replace("Resources:\n", "Parameters:\n  Max:\n    Type: Number\nResources:\n")
                .replace("      RoleName:", "      MaxSessionDuration: {Ref: Max}\n      RoleName:");
        account.clients
                .cloudFormation()
                .createStack(r -> r.stackName("dkp-bootstrapper")
                        .templateBody(template)
                        .parameters(p -> p.parameterKey("Max").parameterValue(String.valueOf(seconds)))
                        .capabilities(Capability.CAPABILITY_NAMED_IAM));
        account.clock.advance(Duration.ofMinutes(10));
    }

    @Test
    void aReversalKeepsTheValuesOfParametersAndSendsNoTemplate() {
        withMaximum(7_200);
        new Foreigner(iam).editTrust(Foreigner.TRUST);
        iam.updateRole(r -> r.roleName(Foreigner.ROLE).maxSessionDuration(3_600));

        DriftReversion reversion = bootstrapper.revertDrift();

        assertThat(reversion.remaining()).isEmpty();
        assertThat(iam.getRole(r -> r.roleName(Foreigner.ROLE)).role().maxSessionDuration())
                .isEqualTo(7_200);
        assertThat(account.aws.calls())
                .filteredOn(call -> call.action().equals("cloudformation:CreateChangeSet"))
                .allSatisfy(call -> assertThat(call.parameters())
                        .containsEntry("UsePreviousTemplate", "true")
                        .doesNotContainKey("TemplateBody"));
    }

    @Test
    void jsonThatIsNoYamlIsReadAllTheSame() {
        String json = DkpBootstrap.template(BootstrapSpec.defaults())
                .json(JsonLayout.MINIFIED)
                .replace("{\"Type\"", "{\t\"Type\"")
                .replace("/", "\\/");
        account.clients
                .cloudFormation()
                .createStack(r -> r.stackName("dkp-bootstrapper")
                        .templateBody(json)
                        .capabilities(Capability.CAPABILITY_NAMED_IAM));
        account.clock.advance(Duration.ofMinutes(10));

        assertThat(bootstrapper.drift().isInSync()).isTrue();
        assertThat(bootstrapper.deploy().outcome()).isEqualTo(DeploymentOutcome.UNCHANGED);
    }

    @Test
    void aTemplateThatCannotBeReadIsUnknownAndNotEmpty() {
        bootstrapper.deploy();
        account.aws.inject(CallFault.answer(200, "text/xml", UNREADABLE)
                .on("cloudformation:GetTemplate")
                .always());

        DkpDrift drift = bootstrapper.drift();

        assertThat(drift.findings()).isEmpty();
        assertThat(drift.warnings()).singleElement().asString().contains("could not be compared: its template is");
        assertThat(bootstrapper.deploy(spec -> spec.putTags("team", "a")).outcome())
                .isEqualTo(DeploymentOutcome.UPDATED);
    }

    @Test
    void theTemplateIsReadOnceForEachLook() {
        bootstrapper.deploy();
        account.aws.forgetCalls();

        bootstrapper.deploy(spec -> spec.putTags("team", "a"));
        assertThat(readsOfTemplate()).isEqualTo(1);
        bootstrapper.drift();
        assertThat(readsOfTemplate()).isEqualTo(2);
    }

    private long readsOfTemplate() {
        return account.aws.calls().stream()
                .map(LocalCall::action)
                .filter("cloudformation:GetTemplate"::equals)
                .count();
    }
}
