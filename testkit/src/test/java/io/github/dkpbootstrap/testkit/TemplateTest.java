// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;
import software.amazon.awssdk.services.cloudformation.model.Parameter;

class TemplateTest {
    private static final String ROLE = """
            Resources:
              R:
                Type: AWS::IAM::Role
                Properties:
                  AssumeRolePolicyDocument:
                    Version: 2012-10-17
                    Statement: {Effect: Allow, Principal: {Service: ec2.amazonaws.com}, Action: 'sts:AssumeRole'}
            """;

    private final Fixture fixture = new Fixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of("Resources:\n  - [", "Template format error: YAML not well-formed. (line "),
                Arguments.of("{\"Resources\": ", "Template format error: JSON not well-formed. (line 1, column "),
                Arguments.of("just text", "Template format error: unsupported structure."),
                Arguments.of(
                        "Description: empty", "Template format error: At least one Resources member must be defined."),
                Arguments.of(
                        "Resources: {B: {Type: 'AWS::S3::Bucket'}}",
                        "Template format error: Unrecognized resource types: [AWS::S3::Bucket]"),
                Arguments.of(
                        ROLE + "Outputs: {O: {Value: !Ref X}}",
                        "Template format error: Unresolved resource dependencies [X] in the Outputs block of the "
                                + "template"),
                Arguments.of(
                        ROLE + "      RoleName: !Sub '${X}-role'",
                        "Template format error: Unresolved resource dependencies [X] in the Resources block of the "
                                + "template"),
                Arguments.of(
                        ROLE + "Outputs: {O: {Value: !GetAtt R.Color}}",
                        "Template error: resource R does not support attribute type Color in Fn::GetAtt"),
                Arguments.of(ROLE + "    DependsOn: R", "Circular dependency between resources: [R]"),
                Arguments.of(
                        "Description: &d text\nMetadata: *d\n" + ROLE,
                        "Template error: YAML aliases are not allowed in CloudFormation templates"),
                Arguments.of(ROLE + "Color: red", "Invalid template property or properties [Color]"),
                Arguments.of(
                        ROLE + "      RoleName:",
                        "[/Resources/R/Properties/RoleName] 'null' values are not allowed in templates"),
                Arguments.of(ROLE + ROLE, "Template format error: YAML not well-formed. (line 8, column 1)"),
                Arguments.of(ROLE + "#".repeat(52_000), "Member must have length less than or equal to 51200"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void refusesWhatIsNoTemplate(String template, String message) {
        assertThatThrownBy(() -> fixture.cloudFormation.validateTemplate(r -> r.templateBody(template)))
                .isInstanceOf(CloudFormationException.class)
                .hasMessageContaining(message)
                .satisfies(e -> assertThat(
                                ((CloudFormationException) e).awsErrorDetails().errorCode())
                        .isEqualTo("ValidationError"));
    }

    @Test
    void saysPlainlyWhatItDoesNotPlay() {
        assertThatThrownBy(() ->
                        fixture.cloudFormation.validateTemplate(r -> r.templateBody("Conditions: {C: x}\n" + ROLE)))
                .hasMessageContaining("the template section Conditions is not implemented by this local AWS");
        assertThatThrownBy(() -> fixture.cloudFormation.listExports())
                .hasMessageContaining("cloudformation:ListExports is not implemented by this local AWS");
    }

    @Test
    void computesParametersPseudoParametersAndJoins() {
        String template = """
                Parameters:
                  Name: {Type: String, Default: a-role, AllowedPattern: '[a-z-]+'}
                  Services: {Type: CommaDelimitedList, Default: 'ec2.amazonaws.com, ecs.amazonaws.com'}
                Resources:
                  R:
                    Type: AWS::IAM::Role
                    Properties:
                      RoleName: !Ref Name
                      Description: !Ref AWS::NoValue
                      AssumeRolePolicyDocument:
                        Version: '2012-10-17'
                        Statement:
                          - Effect: Allow
                            Principal: {Service: !Ref Services}
                            Action: sts:AssumeRole
                Outputs:
                  All:
                    Value: !Join ['|', [!Ref Name, !Sub '${AWS::AccountId}.${AWS::Partition}.${AWS::URLSuffix}', !Sub ['${!x}${v}', {v: !GetAtt R.Arn}]]]
                """;
        fixture.cloudFormation.createStack(r -> r.stackName("p")
                .templateBody(template)
                .capabilitiesWithStrings("CAPABILITY_NAMED_IAM")
                .parameters(Parameter.builder()
                        .parameterKey("Name")
                        .parameterValue("b-role")
                        .build()));
        fixture.settle();

        assertThat(fixture.stack("p").outputs().get(0).outputValue())
                .isEqualTo("b-role|123456789012.aws.amazonaws.com|${x}arn:aws:iam::123456789012:role/b-role");
        assertThat(fixture.iam.getRole(r -> r.roleName("b-role")).role().assumeRolePolicyDocument())
                .contains("%5B%22ec2.amazonaws.com%22%2C%22ecs.amazonaws.com%22%5D");
        assertThatThrownBy(() -> fixture.cloudFormation.createStack(r -> r.stackName("q")
                        .templateBody(template)
                        .capabilitiesWithStrings("CAPABILITY_NAMED_IAM")
                        .parameters(Parameter.builder()
                                .parameterKey("Name")
                                .parameterValue("UPPER")
                                .build())))
                .hasMessageContaining("Parameter 'Name' must match pattern [a-z-]+");
    }

    @Test
    void inventsNamesAndThenAsksForLessCapability() {
        fixture.cloudFormation.createStack(
                r -> r.stackName("unnamed").templateBody(ROLE).capabilitiesWithStrings("CAPABILITY_IAM"));
        fixture.settle();

        assertThat(fixture.stack("unnamed").stackStatusAsString()).isEqualTo("CREATE_COMPLETE");
        assertThat(fixture.iam.listRoles().roles())
                .singleElement()
                .satisfies(role -> assertThat(role.roleName()).matches("unnamed-R-[A-Z2-7]{12}"));
    }

    @Test
    void failsAResourceWithPropertiesThatItsTypeDoesNotKnow() {
        fixture.cloudFormation.createStack(r ->
                r.stackName("odd").templateBody(ROLE + "      Colour: red").capabilitiesWithStrings("CAPABILITY_IAM"));
        fixture.settle();

        assertThat(fixture.history("odd"))
                .anySatisfy(line -> assertThat(line).contains("#: extraneous key [Colour] is not permitted"))
                .endsWith("odd ROLLBACK_COMPLETE");
    }

    @Test
    void refusesAPolicyThatIsTooLong() {
        String policy = """
                Resources:
                  P:
                    Type: AWS::IAM::ManagedPolicy
                    Properties:
                      PolicyDocument:
                        Version: 2012-10-17
                        Statement: {Effect: Allow, Action: 'ec2:%s', Resource: '*'}
                """.formatted("x".repeat(6200));
        fixture.cloudFormation.createStack(
                r -> r.stackName("long").templateBody(policy).capabilitiesWithStrings("CAPABILITY_IAM"));
        fixture.settle();

        assertThat(fixture.history("long"))
                .anySatisfy(line -> assertThat(line).contains("Cannot exceed quota for PolicySize: 6144"));
    }
}
