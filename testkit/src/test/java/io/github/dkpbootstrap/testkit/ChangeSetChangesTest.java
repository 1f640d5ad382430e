// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudformation.model.Capability;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetType;
import software.amazon.awssdk.services.cloudformation.model.DescribeChangeSetResponse;
import software.amazon.awssdk.services.cloudformation.model.Parameter;
import software.amazon.awssdk.services.cloudformation.model.ResourceChange;
import software.amazon.awssdk.services.cloudformation.model.ResourceChangeDetail;
import software.amazon.awssdk.services.cloudformation.model.Tag;

class ChangeSetChangesTest {
    private final Fixture fixture = new Fixture();
    private final ChangeSetSteps sets = new ChangeSetSteps(fixture);

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void showsAChangedDocumentWithItsValuesOnlyToThoseWhoAsk() {
        fixture.create();
        sets.create(
                "next",
                ChangeSetType.UPDATE,
                Fixture.template().replace("- ec2:AllocateAddress", "- ec2:DescribeRegions"));

        DescribeChangeSetResponse plain = sets.describe("next");
        assertThat(plain.changes()).hasSize(1);
        ResourceChange change = plain.changes().get(0).resourceChange();
        assertThat(summary(change)).isEqualTo("Modify " + ChangeSetSteps.POLICY_ID + " False [Properties] null");
        assertThat(change.physicalResourceId()).isEqualTo(Fixture.POLICY);
        assertThat(change.resourceType()).isEqualTo("AWS::IAM::ManagedPolicy");
        assertThat(change.beforeContext()).isNull();
        assertThat(change.details())
                .extracting(ChangeSetChangesTest::line)
                .containsExactly("Properties.PolicyDocument Never Static DirectModification null");
        assertThat(change.details().get(0).target().afterValue()).isNull();

        ResourceChange full = sets.describeWithValues("next").changes().get(0).resourceChange();
        ResourceChangeDetail detail = full.details().get(0);
        assertThat(detail.target().path()).isEqualTo("/Properties/PolicyDocument");
        assertThat(detail.target().attributeChangeTypeAsString()).isEqualTo("Modify");
        assertThat(detail.target().beforeValue())
                .contains("ec2:AllocateAddress")
                .startsWith("{");
        assertThat(detail.target().afterValue()).contains("ec2:DescribeRegions");
        assertThat(full.beforeContext()).startsWith("{\"Properties\":{").contains("ec2:AllocateAddress");
        assertThat(full.afterContext()).contains("ec2:DescribeRegions", "\"ManagedPolicyName\"");
    }

    @Test
    void tellsWhatAReplacementTakesAlong() {
        fixture.create();
        sets.create("next", ChangeSetType.UPDATE, Fixture.template().replace("-bootstrapper-role", "-other-role"));

        ResourceChange role = ChangeSetSteps.change(sets.describeWithValues("next"), ChangeSetSteps.ROLE_ID);
        assertThat(summary(role)).isEqualTo("Modify " + ChangeSetSteps.ROLE_ID + " True [Properties] ReplaceAndDelete");
        assertThat(role.details())
                .extracting(ChangeSetChangesTest::line)
                .containsExactly("Properties.RoleName Always Static DirectModification null");
        ResourceChange profile = ChangeSetSteps.change(sets.describeWithValues("next"), ChangeSetSteps.PROFILE_ID);
        assertThat(summary(profile)).isEqualTo("Modify " + ChangeSetSteps.PROFILE_ID + " False [Properties] null");
        assertThat(profile.details())
                .extracting(ChangeSetChangesTest::line)
                .containsExactly(
                        "Properties.Roles Never Dynamic DirectModification null",
                        "Properties.Roles Never Static ResourceReference DKPBootstrapRole");
        assertThat(profile.details().get(0).target().path()).isEqualTo("/Properties/Roles/0");
        assertThat(profile.details().get(0).target().beforeValue()).isEqualTo("dkp-bootstrapper-role");
        assertThat(profile.details().get(0).target().afterValue()).isEqualTo("{{changeSet:KNOWN_AFTER_APPLY}}");
    }

    @Test
    void isNotSureOfAReplacementThatDependsOnAnotherOne() {
        String template = """
                Resources:
                  R:
                    Type: AWS::IAM::Role
                    Properties:
                      Path: /a/
                      AssumeRolePolicyDocument:
                        Version: '2012-10-17'
                        Statement: {Effect: Allow, Principal: {Service: ec2.amazonaws.com}, Action: 'sts:AssumeRole'}
                  P:
                    Type: AWS::IAM::InstanceProfile
                    Properties:
                      InstanceProfileName: !Sub '${R}-profile'
                      Roles: [!Ref R]
                """;
        fixture.cloudFormation.createStack(
                r -> r.stackName("dkp").templateBody(template).capabilities(Capability.CAPABILITY_NAMED_IAM));
        fixture.settle();
        sets.create("next", ChangeSetType.UPDATE, template.replace("/a/", "/b/"));

        assertThat(sets.describe("next").changes())
                .extracting(change -> summary(change.resourceChange()))
                .containsExactly(
                        "Modify R True [Properties] ReplaceAndDelete",
                        "Modify P Conditional [Properties] ReplaceAndDelete");
    }

    @Test
    void namesTheParameterBehindAChange() {
        String template = """
                Parameters:
                  Text: {Type: String, Default: one}
                Resources:
                  R:
                    Type: AWS::IAM::Role
                    Properties:
                      Description: !Sub 'It is ${Text}'
                      AssumeRolePolicyDocument:
                        Version: '2012-10-17'
                        Statement: {Effect: Allow, Principal: {Service: ec2.amazonaws.com}, Action: 'sts:AssumeRole'}
                """;
        fixture.cloudFormation.createStack(
                r -> r.stackName("dkp").templateBody(template).capabilities(Capability.CAPABILITY_NAMED_IAM));
        fixture.settle();
        sets.create(
                "next",
                ChangeSetType.UPDATE,
                template,
                r -> r.templateBody(null)
                        .usePreviousTemplate(true)
                        .parameters(Parameter.builder()
                                .parameterKey("Text")
                                .parameterValue("two")
                                .build()));

        assertThat(sets.describe("next").parameters())
                .extracting(Parameter::parameterValue)
                .containsExactly("two");
        assertThat(ChangeSetSteps.change(sets.describeWithValues("next"), "R").details())
                .extracting(detail -> line(detail) + " " + detail.target().afterValue())
                .containsExactly(
                        "Properties.Description Never Dynamic DirectModification null It is two",
                        "Properties.Description Never Static ParameterReference Text It is two");
    }

    @Test
    void showsTagsMetadataAndDeletionPoliciesAsScopesOfTheirOwn() {
        fixture.create();
        String template = Fixture.template()
                .replaceFirst(
                        "(?m)^    Type: AWS::IAM::Role",
                        "    DeletionPolicy: Retain\n    Metadata: {Note: kept}\n    Type: AWS::IAM::Role");
        sets.create(
                "next",
                ChangeSetType.UPDATE,
                template,
                r -> r.tags(Tag.builder().key("team").value("platform").build()));

        ResourceChange role = ChangeSetSteps.change(sets.describeWithValues("next"), ChangeSetSteps.ROLE_ID);
        assertThat(role.scopeAsStrings()).containsExactly("Tags", "Metadata", "DeletionPolicy");
        assertThat(role.details().get(0).target().name()).isNull();
        assertThat(role.details().get(0).target().attributeChangeTypeAsString()).isEqualTo("Add");
        assertThat(role.details().get(0).target().afterValue())
                .isEqualTo("[{\"Key\":\"team\",\"Value\":\"platform\"}]");
        assertThat(role.afterContext()).contains("\"Metadata\":{\"Note\":\"kept\"},\"DeletionPolicy\":\"Retain\"");
        sets.execute("next");
        fixture.cloudFormation.deleteStack(r -> r.stackName("dkp"));
        fixture.settle();
        assertThat(fixture.iam.listRoles().roles()).hasSize(1);
    }

    @Test
    void listsWhatIsAddedAndRemoved() {
        fixture.create();
        sets.create(
                "next",
                ChangeSetType.UPDATE,
                Fixture.template()
                        .replaceAll("(?m)^  AWSIAMInstanceProfileDKPBootstrapper:", "  Another:")
                        .replace("DKPBootstrapInstanceProfile", "AnotherProfile"));

        assertThat(sets.describeWithValues("next").changes())
                .extracting(change -> summary(change.resourceChange()))
                .containsExactly("Add Another null [] null", "Remove " + ChangeSetSteps.PROFILE_ID + " null [] Delete");
        ResourceChange added = ChangeSetSteps.change(sets.describeWithValues("next"), "Another");
        assertThat(added.physicalResourceId()).isNull();
        assertThat(added.beforeContext()).isNull();
        assertThat(added.afterContext()).contains("AnotherProfile");
        ResourceChange removed = ChangeSetSteps.change(sets.describeWithValues("next"), ChangeSetSteps.PROFILE_ID);
        assertThat(removed.physicalResourceId()).isEqualTo("DKPBootstrapInstanceProfile");
        assertThat(removed.afterContext()).isNull();
    }

    @Test
    void hasNoChangesForOutputsAlone() {
        fixture.create();
        DescribeChangeSetResponse set = sets.create(
                "next",
                ChangeSetType.UPDATE,
                Fixture.template() + "Outputs:\n  Arn: {Value: !GetAtt DKPBootstrapRole.Arn}\n");
        assertThat(set.statusAsString()).isEqualTo("CREATE_COMPLETE");
        assertThat(set.changes()).isEmpty();
        sets.execute("next");
        assertThat(fixture.stack("dkp").outputs()).hasSize(1);
    }

    @Test
    void givesChangesAndChangeSetsInPages() {
        try (Fixture small = new Fixture(2)) {
            ChangeSetSteps steps = new ChangeSetSteps(small);
            for (String name : List.of("one", "two", "three")) {
                steps.begin(name, ChangeSetType.CREATE, Fixture.template());
            }
            small.clock.advance(Duration.ofSeconds(5));
            DescribeChangeSetResponse first = steps.describe("one");
            assertThat(first.changes()).hasSize(2);
            assertThat(small.cloudFormation
                            .describeChangeSet(
                                    r -> r.stackName("dkp").changeSetName("one").nextToken(first.nextToken()))
                            .changes())
                    .hasSize(1);
            assertThat(small.cloudFormation
                            .listChangeSetsPaginator(r -> r.stackName("dkp"))
                            .summaries())
                    .extracting(set -> set.changeSetName())
                    .containsExactly("three", "two", "one");
        }
    }

    private static String summary(ResourceChange change) {
        return "%s %s %s %s %s"
                .formatted(
                        change.actionAsString(),
                        change.logicalResourceId(),
                        change.replacementAsString(),
                        change.scopeAsStrings(),
                        change.policyActionAsString());
    }

    private static String line(ResourceChangeDetail detail) {
        return "%s.%s %s %s %s %s"
                .formatted(
                        detail.target().attributeAsString(),
                        detail.target().name(),
                        detail.target().requiresRecreationAsString(),
                        detail.evaluationAsString(),
                        detail.changeSourceAsString(),
                        detail.causingEntity());
    }
}
