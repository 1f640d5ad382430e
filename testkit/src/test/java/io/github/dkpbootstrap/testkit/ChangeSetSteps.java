// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit;

import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import software.amazon.awssdk.services.cloudformation.model.Capability;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetType;
import software.amazon.awssdk.services.cloudformation.model.CreateChangeSetRequest;
import software.amazon.awssdk.services.cloudformation.model.CreateChangeSetResponse;
import software.amazon.awssdk.services.cloudformation.model.DescribeChangeSetResponse;
import software.amazon.awssdk.services.cloudformation.model.ResourceChange;
import software.amazon.awssdk.services.cloudformation.model.ResourceToImport;

/** The steps that tests take with change sets of the stack {@code dkp}. */
final class ChangeSetSteps {
    static final String ROLE_ID = "DKPBootstrapRole";
    static final String POLICY_ID = "AWSIAMManagedPolicyDKPBootstrapper";
    static final String PROFILE_ID = "AWSIAMInstanceProfileDKPBootstrapper";

    private final Fixture fixture;

    ChangeSetSteps(Fixture fixture) {
        this.fixture = fixture;
    }

    /** Creates a change set of the vendor's template, and does not wait for it. */
    CreateChangeSetResponse begin(
            String name, ChangeSetType type, String template, Consumer<CreateChangeSetRequest.Builder> more) {
        return fixture.cloudFormation.createChangeSet(r -> {
            r.stackName("dkp")
                    .changeSetName(name)
                    .changeSetType(type)
                    .templateBody(template)
                    .capabilities(Capability.CAPABILITY_NAMED_IAM);
            more.accept(r);
        });
    }

    CreateChangeSetResponse begin(String name, ChangeSetType type, String template) {
        return begin(name, type, template, r -> {});
    }

    /** Creates a change set, waits for it and returns what it says. */
    DescribeChangeSetResponse create(
            String name, ChangeSetType type, String template, Consumer<CreateChangeSetRequest.Builder> more) {
        begin(name, type, template, more);
        fixture.clock.advance(Duration.ofSeconds(10));
        return describe(name);
    }

    DescribeChangeSetResponse create(String name, ChangeSetType type, String template) {
        return create(name, type, template, r -> {});
    }

    DescribeChangeSetResponse describe(String name) {
        return fixture.cloudFormation.describeChangeSet(r -> r.stackName("dkp").changeSetName(name));
    }

    DescribeChangeSetResponse describeWithValues(String name) {
        return fixture.cloudFormation.describeChangeSet(
                r -> r.stackName("dkp").changeSetName(name).includePropertyValues(true));
    }

    /** Executes a change set and waits until nothing goes on any more. */
    void execute(String name) {
        fixture.cloudFormation.executeChangeSet(r -> r.stackName("dkp").changeSetName(name));
        fixture.settle();
    }

    static ResourceChange change(DescribeChangeSetResponse set, String logicalId) {
        return set.changes().stream()
                .map(change -> change.resourceChange())
                .filter(change -> change.logicalResourceId().equals(logicalId))
                .findFirst()
                .orElseThrow();
    }

    /** Returns the vendor's template with this deletion policy on every resource. */
    static String keeping(String policy) {
        return Fixture.template().replaceAll("(?m)^    Type: AWS", "    DeletionPolicy: " + policy + "\n    Type: AWS");
    }

    static ResourceToImport role() {
        return resource("AWS::IAM::Role", ROLE_ID, "RoleName", "dkp-bootstrapper-role");
    }

    static ResourceToImport policy() {
        return resource("AWS::IAM::ManagedPolicy", POLICY_ID, "PolicyArn", Fixture.POLICY);
    }

    static ResourceToImport profile() {
        return resource("AWS::IAM::InstanceProfile", PROFILE_ID, "InstanceProfileName", "DKPBootstrapInstanceProfile");
    }

    static ResourceToImport resource(String type, String logicalId, String key, String value) {
        return ResourceToImport.builder()
                .resourceType(type)
                .logicalResourceId(logicalId)
                .resourceIdentifier(Map.of(key, value))
                .build();
    }

    /** Makes what the vendor's stack has, without a stack. */
    void makeByHand() {
        fixture.iam.createRole(r -> r.roleName("dkp-bootstrapper-role").assumeRolePolicyDocument(Trust.EC2));
        fixture.iam.createPolicy(r -> r.policyName("dkp-bootstrapper-policy").policyDocument(Trust.ANY_POLICY));
        fixture.iam.createInstanceProfile(r -> r.instanceProfileName("DKPBootstrapInstanceProfile"));
    }
}
