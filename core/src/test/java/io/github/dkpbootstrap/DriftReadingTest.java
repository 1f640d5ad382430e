// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap;

import static io.github.dkpbootstrap.Foreigner.ADMINISTRATOR_ACCESS;
import static io.github.dkpbootstrap.Foreigner.READ_ALL;
import static io.github.dkpbootstrap.Foreigner.TRUST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dkpbootstrap.testkit.AccessKeys;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.cloudformation.model.Tag;

/** How drift is looked for: what is called, what may be denied, what others do meanwhile. */
class DriftReadingTest {
    private final LocalAccount account = new LocalAccount();
    private final Bootstrapper bootstrapper = DkpBootstrap.using(account.clients);
    private final Foreigner foreigner = new Foreigner(account.clients.iam());

    @AfterEach
    void close() {
        account.close();
    }

    @Test
    void changesNothing() {
        bootstrapper.deploy();
        foreigner.meddle();
        RecordingInterceptor recorder = new RecordingInterceptor();
        Bootstrapper watched = DkpBootstrap.using(account.clients(account.aws.administrator(), recorder));

        DkpDrift first = watched.drift(spec -> spec.foreignAccess(ForeignAccess.REMOVE));

        assertThat(recorder.calls())
                .contains("DetectStackDrift", "ListEntitiesForPolicy")
                .allMatch(call -> call.matches("(Get|List|Describe|Detect).*"));
        assertThat(bootstrapper.drift().findings()).isEqualTo(first.findings()).hasSize(8);
    }

    @Test
    void readsAllPages() {
        bootstrapper.deploy();
        foreigner.meddle();
        foreigner.putInline("another");
        foreigner.putIntoProfile("somewhere");
        foreigner.editTrust(TRUST);
        Bootstrapper paged = DkpBootstrap.using(account.clients(account.aws.administrator(), new SmallPages()));

        assertThat(paged.drift().findings())
                .containsExactlyInAnyOrderElementsOf(bootstrapper.drift().findings())
                .hasSize(11);
    }

    @ParameterizedTest
    @CsvSource({
        "iam:GetRole, the role dkp-bootstrapper-role could not be compared",
        "iam:GetPolicy, the policy arn:aws:iam::123456789012:policy/dkp-bootstrapper-policy could not be compared",
        "iam:GetPolicyVersion, the document of the policy dkp-bootstrapper-policy could not be compared",
        "iam:GetInstanceProfile, the instance profile DKPBootstrapInstanceProfile could not be compared",
        "iam:ListAttachedRolePolicies, the policies attached to the role dkp-bootstrapper-role could not be compared",
        "iam:ListRolePolicies, the inline policies of the role dkp-bootstrapper-role could not be compared",
        "iam:GetRolePolicy, the inline policy extra of the role dkp-bootstrapper-role could not be compared",
        "iam:ListEntitiesForPolicy, whom the policy dkp-bootstrapper-policy is attached to could not be compared",
        "iam:ListInstanceProfilesForRole, the instance profiles of the role dkp-bootstrapper-role could not be compared",
        "cloudformation:GetTemplate, the resources of stack dkp-bootstrapper with its template could not be compared"
    })
    void warnsOfWhatMayNotBeReadAndComparesTheRest(String action, String warning) {
        bootstrapper.deploy();
        foreigner.meddle();
        AccessKeys keys = account.aws.createUser("half-blind", Allowed.allBut(action));

        DkpDrift drift = DkpBootstrap.using(account.clients(keys)).drift();

        assertThat(drift.warnings()).contains(warning + ": needs " + action);
        assertThat(drift.isInSync()).isFalse();
        if (action.startsWith("iam:")) {
            assertThat(drift.findings()).hasSizeBetween(4, 8);
        }
        assertThat(drift.text()).contains("\n! " + warning);
    }

    @Test
    void comparesByItselfWhereCloudFormationsDetectionIsDenied() {
        bootstrapper.deploy();
        foreigner.editTrust(TRUST);
        AccessKeys keys = account.aws.createUser("blind", Allowed.allBut("cloudformation:DetectStackDrift"));

        DkpDrift drift = DkpBootstrap.using(account.clients(keys)).drift();

        assertThat(drift.findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.sources()).containsExactly(DriftFinding.Source.IAM));
        assertThat(drift.warnings())
                .singleElement()
                .satisfies(warning -> assertThat(warning)
                        .startsWith("CloudFormation's drift detection could not be used: ")
                        .contains("not authorized to perform: cloudformation:DetectStackDrift"));
    }

    @Test
    void tellsWhatCloudFormationSawWhereTheTemplateMayNotBeRead() {
        bootstrapper.deploy();
        foreigner.editTrust(TRUST);
        AccessKeys keys = account.aws.createUser("blind", Allowed.allBut("cloudformation:GetTemplate"));

        DkpDrift drift = DkpBootstrap.using(account.clients(keys)).drift();

        assertThat(drift.findings()).isNotEmpty().allSatisfy(finding -> {
            assertThat(finding.sources()).containsExactly(DriftFinding.Source.CLOUDFORMATION);
            assertThat(finding.property()).startsWith("/AssumeRolePolicyDocument");
            assertThat(finding.remedy()).isEqualTo(DriftFinding.Remedy.REVERT);
        });
    }

    @Test
    void comparesByItselfWhileAnOperationIsInFlight() {
        bootstrapper.deploy();
        foreigner.putInline("extra");
        account.clients
                .cloudFormation()
                .updateStack(r -> r.stackName("dkp-bootstrapper")
                        .usePreviousTemplate(true)
                        .tags(Tag.builder().key("team").value("b").build())
                        .capabilitiesWithStrings("CAPABILITY_NAMED_IAM"));

        DkpDrift drift = bootstrapper.drift();

        assertThat(drift.warnings())
                .singleElement()
                .satisfies(warning -> assertThat(warning).contains("could not be used", "UPDATE_IN_PROGRESS"));
        assertThat(drift.findings()).anyMatch(finding -> finding.property().equals("/Policies/extra"));
    }

    @Test
    void waitsForADetectionThatIsRunningAndThenRunsItsOwn() {
        bootstrapper.deploy();
        account.clients.cloudFormation().detectStackDrift(r -> r.stackName("dkp-bootstrapper"));
        foreigner.editTrust(TRUST);

        DkpDrift drift = bootstrapper.drift();

        assertThat(drift.warnings()).isEmpty();
        assertThat(drift.findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.sources()).contains(DriftFinding.Source.CLOUDFORMATION));
    }

    @Test
    void pollsEveryTwoSecondsAndNotBeyondItsTime() {
        bootstrapper.deploy();
        List<Duration> waits = new ArrayList<>();
        Bootstrapper timed = DkpBootstrap.using(BootstrapClients.builder()
                .from(account.clients)
                .sleeper(duration -> {
                    waits.add(duration);
                    account.clock.advance(duration);
                })
                .build());

        assertThat(timed.drift().warnings()).isEmpty();
        assertThat(waits).containsExactly(Duration.ofSeconds(2), Duration.ofSeconds(2), Duration.ofSeconds(2));

        waits.clear();
        assertThat(timed.drift(spec -> spec.timeout(Duration.ofSeconds(3))).warnings())
                .containsExactly("CloudFormation's drift detection has not ended within the time that the spec allows");
        assertThat(waits).containsExactly(Duration.ofSeconds(2), Duration.ofSeconds(1));
    }

    @Test
    void endsWhenItsThreadIsInterrupted() {
        bootstrapper.deploy();
        Bootstrapper impatient = DkpBootstrap.using(BootstrapClients.builder()
                .from(account.clients)
                .sleeper(duration -> {
                    throw new InterruptedException();
                })
                .build());

        assertThatThrownBy(impatient::drift)
                .isInstanceOf(StackOperationInterruptedException.class)
                .hasMessageContaining("Nothing was changed");
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void tellsWhatCannotBeReadByCloudFormation() {
        bootstrapper.deploy();
        foreigner.attachToRole(ADMINISTRATOR_ACCESS);
        AccessKeys keys = account.aws.createUser("blind", Allowed.allBut("iam:GetRole"));

        DkpDrift drift = DkpBootstrap.using(account.clients(keys)).drift();

        assertThat(drift.warnings())
                .anySatisfy(warning -> assertThat(warning)
                        .startsWith("CloudFormation's drift detection could not look at everything: ")
                        .contains("DKPBootstrapRole"));
        assertThat(drift.findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.actual()).contains(ADMINISTRATOR_ACCESS));
    }

    @Test
    void decodesWhatIamEncodes() {
        bootstrapper.deploy();
        foreigner.putInline("extra");

        assertThat(bootstrapper.drift().findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.actual()).contains(READ_ALL));
    }
}
