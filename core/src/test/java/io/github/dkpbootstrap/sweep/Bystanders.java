// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sweep;

import io.github.dkpbootstrap.policy.PolicyDocument;
import io.github.dkpbootstrap.testkit.LocalAws;
import java.util.Map;

/**
 * What others have: a stack with role, policy and instance profile, which has a logical id in common with ours; a role that
 * is in no stack; and a user with a policy. Whatever happens, they stay as they are.
 */
final class Bystanders {
    private static final String PREFIX = "foreign-";
    private static final String TRUST = """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"ec2.amazonaws.com"},
            "Action":"sts:AssumeRole"}]}""";
    private static final String PERMISSIONS = """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:ListBucket","Resource":"*"}]}""";
    private static final String POLICY = """
            "Policy":{"Type":"AWS::IAM::ManagedPolicy","Properties":{"ManagedPolicyName":"foreign-policy",
            "PolicyDocument":%s,"Roles":[{"Ref":"DKPBootstrapRole"}]}}""".formatted(PERMISSIONS);
    private static final String PROFILE = """
            "Profile":{"Type":"AWS::IAM::InstanceProfile","Properties":{"InstanceProfileName":"foreign-profile",
            "Roles":[{"Ref":"DKPBootstrapRole"}]}}""";

    private Bystanders() {}

    /** Puts them into an account. */
    static void plant(LocalAws aws) {
        aws.stack(PREFIX + "stack")
                .template(template(role("stack"), POLICY, PROFILE))
                .tags(Map.of("owner", "others"))
                .reach("CREATE_COMPLETE");
        aws.stack(PREFIX + "left").template(template(role("left"))).reach("DELETE_COMPLETE");
        aws.createUser(PREFIX + "user", PolicyDocument.parse(PERMISSIONS));
    }

    /** Returns whether something of this name is of others. */
    static boolean own(String name) {
        return name.startsWith(PREFIX);
    }

    private static String role(String name) {
        return """
                "DKPBootstrapRole":{"Type":"AWS::IAM::Role","DeletionPolicy":"Retain",
                "Properties":{"RoleName":"foreign-%s-role","AssumeRolePolicyDocument":%s}}""".formatted(name, TRUST);
    }

    private static String template(String... resources) {
        return "{\"Resources\":{" + String.join(",", resources) + "}}";
    }
}
