// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudformation.model.PropertyDifference;
import software.amazon.awssdk.services.cloudformation.model.StackResourceDrift;
import software.amazon.awssdk.services.cloudformation.model.StackResourceDriftStatus;
import software.amazon.awssdk.services.cloudformation.model.Tag;

class DriftTest {
    private static final String ADMINISTRATOR = "arn:aws:iam::aws:policy/AdministratorAccess";

    private final Fixture fixture = new Fixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void findsAnUntouchedStackInSync() {
        create(Fixture.template());
        detect();

        assertThat(fixture.stack("dkp").driftInformation().stackDriftStatusAsString())
                .isEqualTo("IN_SYNC");
        assertThat(fixture.stack("dkp").driftInformation().lastCheckTimestamp()).isNotNull();
        assertThat(drifts()).hasSize(3).allSatisfy(drift -> {
            assertThat(drift.stackResourceDriftStatusAsString()).isEqualTo("IN_SYNC");
            assertThat(drift.propertyDifferences()).isEmpty();
            assertThat(drift.actualProperties()).isEqualTo(drift.expectedProperties());
        });
    }

    @Test
    void findsAChangedTrustPolicyWhereItChanged() {
        create(Fixture.template());
        fixture.iam.updateAssumeRolePolicy(
                r -> r.roleName("dkp-bootstrapper-role").policyDocument(Trust.EC2));
        detect();

        StackResourceDrift role = drift("DKPBootstrapRole");
        assertThat(role.stackResourceDriftStatusAsString()).isEqualTo("MODIFIED");
        assertThat(role.physicalResourceId()).isEqualTo("dkp-bootstrapper-role");
        assertThat(role.expectedProperties()).contains("arn:aws:iam::123456789012:root");
        assertThat(role.actualProperties()).doesNotContain("root");
        assertThat(role.propertyDifferences())
                .extracting(PropertyDifference::propertyPath)
                .allMatch(path -> path.startsWith("/AssumeRolePolicyDocument/Statement/"));
        assertThat(fixture.stack("dkp").driftInformation().stackDriftStatusAsString())
                .isEqualTo("DRIFTED");
    }

    @Test
    void findsDeclaredPropertiesThatChangedAndSaysHow() {
        create(Fixture.template()
                .replace(
                        "      RoleName: dkp",
                        "      MaxSessionDuration: 7200\n      Tags: [{Key: team, Value: a}]\n      RoleName: dkp"));
        fixture.iam.updateRole(r -> r.roleName("dkp-bootstrapper-role").maxSessionDuration(3600));
        fixture.iam.untagRole(r -> r.roleName("dkp-bootstrapper-role").tagKeys("team"));
        detect();

        assertThat(drift("DKPBootstrapRole").propertyDifferences())
                .extracting(DriftTest::line)
                .containsExactlyInAnyOrder(
                        "/MaxSessionDuration NOT_EQUAL 7200 3600",
                        "/Tags REMOVE [{\"Key\":\"team\",\"Value\":\"a\"}] null");
    }

    @Test
    void findsATagThatSomebodyAddedBesideThoseOfTheStack() {
        fixture.cloudFormation.createStack(Fixture.createRequest()
                .tags(Tag.builder().key("team").value("platform").build())
                .build());
        fixture.settle();
        tagByHand();
        detect();

        assertThat(drift("DKPBootstrapRole").propertyDifferences())
                .extracting(DriftTest::line)
                .containsExactly("/Tags/0 ADD null {\"Key\":\"owner\",\"Value\":\"bob\"}");
    }

    @Test
    void doesNotSeeWhatTheTemplateLeavesOpen() {
        create(Fixture.template());
        fixture.iam.updateRole(r -> r.roleName("dkp-bootstrapper-role").maxSessionDuration(7200));
        tagByHand();
        detect();
        assertThat(drift("DKPBootstrapRole").stackResourceDriftStatusAsString()).isEqualTo("IN_SYNC");
    }

    @Test
    void isBlindForWhatWasAttachedToTheRoleAndForAnEditedPolicy() {
        create(Fixture.template().replace("      RoleName: dkp", "      ManagedPolicyArns: []\n      RoleName: dkp"));
        fixture.iam.attachRolePolicy(r -> r.roleName("dkp-bootstrapper-role").policyArn(ADMINISTRATOR));
        fixture.iam.putRolePolicy(
                r -> r.roleName("dkp-bootstrapper-role").policyName("extra").policyDocument(ANY));
        fixture.iam.createPolicyVersion(
                r -> r.policyArn(Fixture.POLICY).policyDocument(ANY).setAsDefault(true));
        detect();

        assertThat(fixture.stack("dkp").driftInformation().stackDriftStatusAsString())
                .isEqualTo("IN_SYNC");
        assertThat(drift("AWSIAMManagedPolicyDKPBootstrapper").actualProperties())
                .contains("s3:*");
    }

    @Test
    void seesWhereAPolicyIsAttachedAndWhatIsInAProfile() {
        create(Fixture.template());
        fixture.iam.createRole(r -> r.roleName("foreign").assumeRolePolicyDocument(Trust.EC2));
        fixture.iam.attachRolePolicy(r -> r.roleName("foreign").policyArn(Fixture.POLICY));
        fixture.iam.removeRoleFromInstanceProfile(
                r -> r.instanceProfileName("DKPBootstrapInstanceProfile").roleName("dkp-bootstrapper-role"));
        detect();

        assertThat(drift("AWSIAMManagedPolicyDKPBootstrapper").propertyDifferences())
                .extracting(DriftTest::line)
                .containsExactly("/Roles/1 ADD null foreign");
        assertThat(drift("AWSIAMInstanceProfileDKPBootstrapper").propertyDifferences())
                .extracting(DriftTest::line)
                .containsExactly("/Roles REMOVE [\"dkp-bootstrapper-role\"] null");
    }

    @Test
    void findsADeletedResourceAndGivesNoPropertiesOfIt() {
        create(Fixture.template());
        fixture.deleteRoleByHand();
        detect();

        StackResourceDrift role = drift("DKPBootstrapRole");
        assertThat(role.stackResourceDriftStatusAsString()).isEqualTo("DELETED");
        assertThat(role.expectedProperties()).isNull();
        assertThat(role.actualProperties()).isNull();
        assertThat(fixture.cloudFormation
                        .describeStackResourceDrifts(r ->
                                r.stackName("dkp").stackResourceDriftStatusFilters(StackResourceDriftStatus.DELETED))
                        .stackResourceDrifts())
                .extracting(StackResourceDrift::logicalResourceId)
                .containsExactly("DKPBootstrapRole");
        assertThat(fixture.cloudFormation
                        .describeStackResource(r -> r.stackName("dkp").logicalResourceId("DKPBootstrapRole"))
                        .stackResourceDetail()
                        .driftInformation()
                        .stackResourceDriftStatusAsString())
                .isEqualTo("DELETED");
    }

    @Test
    void givesDriftsInPages() {
        create(Fixture.template());
        detect();
        assertThat(fixture.cloudFormation
                        .describeStackResourceDrifts(r -> r.stackName("dkp").maxResults(2))
                        .stackResourceDrifts())
                .hasSize(2);
        String next = fixture.cloudFormation
                .describeStackResourceDrifts(r -> r.stackName("dkp").maxResults(2))
                .nextToken();
        assertThat(fixture.cloudFormation
                        .describeStackResourceDrifts(
                                r -> r.stackName("dkp").maxResults(2).nextToken(next))
                        .stackResourceDrifts())
                .hasSize(1);
    }

    private void create(String template) {
        fixture.cloudFormation.createStack(
                Fixture.createRequest().templateBody(template).build());
        fixture.settle();
    }

    private void detect() {
        String id =
                fixture.cloudFormation.detectStackDrift(r -> r.stackName("dkp")).stackDriftDetectionId();
        fixture.clock.advance(Duration.ofSeconds(10));
        assertThat(fixture.cloudFormation
                        .describeStackDriftDetectionStatus(r -> r.stackDriftDetectionId(id))
                        .detectionStatusAsString())
                .isEqualTo("DETECTION_COMPLETE");
    }

    private List<StackResourceDrift> drifts() {
        return fixture.cloudFormation
                .describeStackResourceDrifts(r -> r.stackName("dkp"))
                .stackResourceDrifts();
    }

    private void tagByHand() {
        software.amazon.awssdk.services.iam.model.Tag tag = software.amazon.awssdk.services.iam.model.Tag.builder()
                .key("owner")
                .value("bob")
                .build();
        fixture.iam.tagRole(r -> r.roleName("dkp-bootstrapper-role").tags(tag));
    }

    private static String line(PropertyDifference difference) {
        return difference.propertyPath() + " " + difference.differenceTypeAsString() + " " + difference.expectedValue()
                + " " + difference.actualValue();
    }

    private StackResourceDrift drift(String id) {
        return drifts().stream()
                .filter(drift -> drift.logicalResourceId().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static final String ANY =
            "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"s3:*\",\"Resource\":\"*\"}}";
}
