// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dkpbootstrap.policy.Effect;
import io.github.dkpbootstrap.policy.PolicyDocument;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetType;

class RetainExceptOnCreateTest {
    @ParameterizedTest
    @CsvSource({"Retain,false,1", "Retain,true,0", "RetainExceptOnCreate,false,0", "Delete,false,0"})
    void decidesWhatStaysOfAFailedUpdateThatCreatedIt(String policy, boolean except, int left) {
        try (Fixture fixture = new Fixture()) {
            String all = Fixture.template();
            fixture.cloudFormation.createStack(Fixture.createRequest()
                    .templateBody("Resources:\n" + all.substring(all.indexOf("  AWSIAMManagedPolicy")))
                    .build());
            fixture.settle();
            new ChangeSetSteps(fixture)
                    .create(
                            "next",
                            ChangeSetType.UPDATE,
                            ChangeSetSteps.keeping(policy).replace("- ec2:AllocateAddress", "- ec2:DescribeRegions"));
            withoutPolicyVersions(fixture)
                    .executeChangeSet(
                            r -> r.stackName("dkp").changeSetName("next").retainExceptOnCreate(except));
            fixture.settle();

            assertThat(fixture.stack("dkp").stackStatusAsString()).isEqualTo("UPDATE_ROLLBACK_COMPLETE");
            assertThat(fixture.history("dkp"))
                    .contains("AWSIAMInstanceProfileDKPBootstrapper CREATE_IN_PROGRESS (Resource creation Initiated)");
            assertThat(fixture.iam.listInstanceProfiles().instanceProfiles()).hasSize(left);
        }
    }

    private static CloudFormationClient withoutPolicyVersions(Fixture fixture) {
        PolicyDocument policy = PolicyDocument.builder()
                .addStatement(s -> s.effect(Effect.ALLOW).actions("*").resources("*"))
                .addStatement(s ->
                        s.effect(Effect.DENY).actions("iam:CreatePolicyVersion").resources("*"))
                .build();
        return fixture.cloudFormation(Fixture.basic(fixture.aws.createUser("alice", policy)));
    }
}
