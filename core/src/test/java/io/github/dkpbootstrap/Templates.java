// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap;

import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.Capability;

/** Templates of the bootstrap stack, and somebody who deploys them without this library. */
final class Templates {
    static final String STACK = "dkp-bootstrapper";
    static final String ROLE = "DKPBootstrapRole";
    static final String POLICY = "AWSIAMManagedPolicyDKPBootstrapper";
    static final String PROFILE = "AWSIAMInstanceProfileDKPBootstrapper";

    private Templates() {}

    /** Returns the template of the default spec. */
    static String current() {
        return of(BootstrapSpec.defaults());
    }

    /** Returns the template of a spec. */
    static String of(BootstrapSpec spec) {
        return DkpBootstrap.template(spec).body();
    }

    /** Returns the current template with another permission in the policy. */
    static String older() {
        return changed("- ec2:RunInstances", "- ec2:StartInstances");
    }

    /** Returns the current template with a role that may be had for longer. */
    static String withLongSessions() {
        return changed(
                "RoleName: dkp-bootstrapper-role", "RoleName: dkp-bootstrapper-role\n      MaxSessionDuration: 7200");
    }

    /** Returns the current template as of {@link #withLongSessions} and {@link #older}. */
    static String withLongSessionsAndOtherPermission() {
        return withLongSessions().replace("- ec2:RunInstances", "- ec2:StopInstances");
    }

    /** Returns the current template with another name of the role. */
    static String withOtherRole() {
        return changed("RoleName: dkp-bootstrapper-role", "RoleName: other-role");
    }

    /** Returns the current template with another description of the policy, in a form that cannot be compared. */
    static String withComputedDescription() {
        return changed(
                "Description: 'Minimal policy to create dkp clusters in AWS'",
                "Description: {'Fn::Join': [' ', [By, hand]]}");
    }

    /** Returns the current template without a description of the policy. */
    static String withoutDescription() {
        return changed("      Description: 'Minimal policy to create dkp clusters in AWS'\n", "");
    }

    /** Returns the current template with a name that is computed and comes out the same. */
    static String withComputedName() {
        return changed("RoleName: dkp-bootstrapper-role", "RoleName: {'Fn::Join': ['-', [dkp, bootstrapper-role]]}");
    }

    /** Returns the current template as of a stack that lets its resources go when it is deleted. */
    static String retained() {
        return current().replaceAll("(?m)^    Type: AWS::IAM::", "    DeletionPolicy: Retain\n$0");
    }

    /** Returns the current template without the instance profile and without outputs. */
    static String withoutProfile() {
        String bare = of(
                BootstrapSpec.builder().outputs(BootstrapSpec.Outputs.OMITTED).build());
        int start = bare.indexOf("  " + PROFILE + ":");
        return bare.substring(0, start) + bare.substring(bare.indexOf("  " + POLICY + ":"));
    }

    private static String changed(String from, String to) {
        String changed = current().replace(from, to);
        if (changed.equals(current())) {
            throw new IllegalStateException("The template does not have " + from);
        }
        return changed;
    }

    static void create(CloudFormationClient client, String template) {
        client.createStack(
                r -> r.stackName(STACK).templateBody(template).capabilities(Capability.CAPABILITY_NAMED_IAM));
    }

    static void update(CloudFormationClient client, String template) {
        client.updateStack(
                r -> r.stackName(STACK).templateBody(template).capabilities(Capability.CAPABILITY_NAMED_IAM));
    }
}
