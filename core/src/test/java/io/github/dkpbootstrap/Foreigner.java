// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap;

import software.amazon.awssdk.services.iam.IamClient;

/** Somebody who works on the resources of the bootstrap stack with IAM alone. */
final class Foreigner {
    static final String ROLE = "dkp-bootstrapper-role";
    static final String POLICY = "arn:aws:iam::123456789012:policy/dkp-bootstrapper-policy";
    static final String PROFILE = "DKPBootstrapInstanceProfile";
    static final String ADMINISTRATOR_ACCESS = "arn:aws:iam::aws:policy/AdministratorAccess";
    static final String TRUST = """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"ec2.amazonaws.com"},"Action":"sts:AssumeRole"}]}""";
    static final String READ_ALL =
            "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"s3:Get*\",\"Resource\":\"arn:aws:s3:::a+b c/*\"}]}";

    private final IamClient iam;

    Foreigner(IamClient iam) {
        this.iam = iam;
    }

    void editPolicy(String document) {
        iam.createPolicyVersion(
                r -> r.policyArn(POLICY).policyDocument(document).setAsDefault(true));
    }

    void editTrust(String document) {
        iam.updateAssumeRolePolicy(r -> r.roleName(ROLE).policyDocument(document));
    }

    void detachPolicy() {
        iam.detachRolePolicy(r -> r.roleName(ROLE).policyArn(POLICY));
    }

    void attachToRole(String policyArn) {
        iam.attachRolePolicy(r -> r.roleName(ROLE).policyArn(policyArn));
    }

    void putInline(String name) {
        iam.putRolePolicy(r -> r.roleName(ROLE).policyName(name).policyDocument(READ_ALL));
    }

    /** Gives a role, a user and a group of their own the stack's policy. */
    void attachToOthers() {
        createRole("other");
        iam.createUser(r -> r.userName("alice"));
        iam.createGroup(r -> r.groupName("team"));
        iam.attachRolePolicy(r -> r.roleName("other").policyArn(POLICY));
        iam.attachUserPolicy(r -> r.userName("alice").policyArn(POLICY));
        iam.attachGroupPolicy(r -> r.groupName("team").policyArn(POLICY));
    }

    void putIntoProfile(String profile) {
        iam.createInstanceProfile(r -> r.instanceProfileName(profile));
        iam.addRoleToInstanceProfile(r -> r.instanceProfileName(profile).roleName(ROLE));
    }

    void swapRoleInProfile(String role) {
        createRole(role);
        iam.removeRoleFromInstanceProfile(r -> r.instanceProfileName(PROFILE).roleName(ROLE));
        iam.addRoleToInstanceProfile(r -> r.instanceProfileName(PROFILE).roleName(role));
    }

    void bound() {
        iam.putRolePermissionsBoundary(r -> r.roleName(ROLE).permissionsBoundary(ADMINISTRATOR_ACCESS));
    }

    void createRole(String name) {
        iam.createRole(r -> r.roleName(name).assumeRolePolicyDocument(TRUST));
    }

    /** Does everything at once that CloudFormation does not see. */
    void meddle() {
        editPolicy(READ_ALL);
        attachToRole(ADMINISTRATOR_ACCESS);
        putInline("extra");
        attachToOthers();
        putIntoProfile("elsewhere");
        bound();
    }
}
