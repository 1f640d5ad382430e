// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiagnosisTest {
    private int count;

    @Test
    void namesTheFirstRealFailureAndNotItsConsequences() {
        Diagnosis diagnosis = Diagnosis.of(List.of(
                event("DKPBootstrapRole", "AWS::IAM::Role", "CREATE_IN_PROGRESS", "Resource creation Initiated"),
                event("Other", "AWS::IAM::InstanceProfile", "CREATE_FAILED", "Resource creation cancelled"),
                event(
                        "DKPBootstrapRole",
                        "AWS::IAM::Role",
                        "CREATE_FAILED",
                        "dkp-bootstrapper-role already exists in stack arn:x"),
                event("Third", "AWS::IAM::ManagedPolicy", "CREATE_FAILED", "something later"),
                event("s", "AWS::CloudFormation::Stack", "ROLLBACK_IN_PROGRESS", "The following resource(s) failed")));

        assertThat(diagnosis.resource()).contains("DKPBootstrapRole");
        assertThat(diagnosis.reason()).contains("dkp-bootstrapper-role already exists in stack arn:x");
        assertThat(diagnosis.explain())
                .isEqualTo(
                        "DKPBootstrapRole (AWS::IAM::Role) is CREATE_FAILED: dkp-bootstrapper-role already exists in stack "
                                + "arn:x. Deploy with that stack's name to take it over, or choose other names for role, policy and "
                                + "instance profile");
    }

    @Test
    void fallsBackToTheReasonOfTheStack() {
        Diagnosis diagnosis = Diagnosis.of(List.of(
                event("s", "AWS::CloudFormation::Stack", "ROLLBACK_IN_PROGRESS", "Rollback requested by user.")));

        assertThat(diagnosis.resource()).isEmpty();
        assertThat(diagnosis.reason()).contains("Rollback requested by user.");
    }

    @Test
    void admitsThatItFoundNothing() {
        assertThat(Diagnosis.of(List.of()).explain()).contains("reported no failed resource");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "User: arn:x is not authorized to perform: iam:CreateRole on resource: y|Give the caller the permission iam:CreateRole, then",
                "Invalid principal in policy: \"AWS\":\"arn:aws:iam::MYAWSACCOUNT:root\"|check accountId and partition",
                "Cannot exceed quota for PoliciesPerRole: 10|Ask for a higher quota",
                "Cannot exceed quota for PolicySize: 6144|leave statements out",
                "Requires capabilities : [CAPABILITY_NAMED_IAM]|must acknowledge CAPABILITY_NAMED_IAM",
                "CloudFormation cannot update a stack when a custom-named resource requires replacing.|destroy the stack and deploy it anew",
                "Cannot delete a policy attached to entities.|detach it there",
                "Resource of type 'AWS::IAM::Role' with identifier 'r' already exists.|choose other names",
                "Encountered a permissions error performing a tagging operation, please add required tag permissions. (HandlerErrorCode: UnauthorizedTaggingOperation)|iam:TagRole and iam:TagPolicy",
                "LimitExceededException: Limit for stack has been exceeded|Ask for a higher quota",
                "ExpiredToken: The security token included in the request is expired|renew them",
                "Something nobody has seen|Mend the cause"
            })
    void hasTheRemedyOfEachKnownCause(String reason, String remedy) {
        assertThat(Remedy.of(reason)).contains(remedy);
    }

    private StackEvent event(String logicalId, String type, String status, String reason) {
        return StackEvent.builder()
                .id("event-" + count++)
                .time(Instant.EPOCH.plusSeconds(count))
                .logicalId(logicalId)
                .resourceType(type)
                .status(status)
                .reason(reason)
                .build();
    }
}
