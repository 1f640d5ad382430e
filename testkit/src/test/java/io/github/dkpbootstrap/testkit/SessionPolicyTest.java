// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit;

import static io.github.dkpbootstrap.testkit.AssumedSession.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.sts.model.AssumeRoleResponse;
import software.amazon.awssdk.services.sts.model.PolicyDescriptorType;
import software.amazon.awssdk.services.sts.model.StsException;

class SessionPolicyTest {
    private final Fixture fixture = new Fixture();
    private final String role = AssumedSession.role(fixture, "worker", Trust.ACCOUNT);
    private String readRoles = "";

    @BeforeEach
    void createPolicies() {
        fixture.iam.putRolePolicy(r -> r.roleName("worker").policyName("iam").policyDocument(allow("iam:*")));
        readRoles = fixture.iam
                .createPolicy(r -> r.policyName("read-roles").policyDocument(allow("iam:ListRoles")))
                .policy()
                .arn();
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void limitsASessionToManagedPoliciesAndTheInlineOneTogether() {
        AssumeRoleResponse assumed = AssumedSession.assume(fixture.sts, role, r -> r.policyArns(arn(readRoles)));
        IamClient narrow = fixture.iam(Fixture.session(assumed.credentials()));
        assertThat(assumed.packedPolicySize()).isBetween(1, 10);
        narrow.listRoles();
        assertThatThrownBy(narrow::listUsers)
                .hasMessageContaining("because no session policy allows the iam:ListUsers action");

        IamClient wider = fixture.iam(AssumedSession.credentials(
                fixture.sts, role, r -> r.policyArns(arn(readRoles)).policy(allow("iam:ListUsers"))));
        wider.listRoles();
        wider.listUsers();
        assertThatThrownBy(wider::listGroups).hasMessageContaining("no session policy");
    }

    @Test
    void refusesPoliciesThatDoNotExist() {
        String none = "arn:aws:iam::123456789012:policy/none";
        assertThatThrownBy(() -> AssumedSession.assume(fixture.sts, role, r -> r.policyArns(arn(none))))
                .isInstanceOf(StsException.class)
                .hasMessageContaining(none + " does not exist");
    }

    @Test
    void refusesWhatIsTooMuch() {
        assertThatThrownBy(() -> AssumedSession.assume(
                        fixture.sts, role, r -> r.policyArns(Collections.nCopies(11, arn(readRoles)))))
                .hasMessageContaining("at 'policyArns' failed to satisfy constraint: Member must have length less than "
                        + "or equal to 10");
        assertThatThrownBy(() ->
                        AssumedSession.assume(fixture.sts, role, r -> r.policy(allow("s3:" + "x".repeat(2048)))))
                .hasMessageContaining(
                        "at 'policy' failed to satisfy constraint: Member must have length less than or equal to 2048");
        String full = allow("s3:" + "x".repeat(1950));
        AssumedSession.assume(fixture.sts, role, r -> r.policy(full));
        assertRefused(
                () -> AssumedSession.assume(
                        fixture.sts, role, r -> r.policy(full).policyArns(arn(readRoles))),
                400,
                "ValidationError",
                "The plain text of the session policy and of the policy ARNs has "
                        + (full.length() + readRoles.length()) + " characters together; 2048 are allowed.");
        assertThatThrownBy(() -> AssumedSession.assume(
                        fixture.sts, role, r -> r.policy(full).tags(AssumedSession.tag("k".repeat(100), "v"))))
                .hasMessageContaining("Packed policy consumes 1")
                .hasMessageContaining("% of allotted space, please use smaller policy.");
    }

    private static PolicyDescriptorType arn(String arn) {
        return PolicyDescriptorType.builder().arn(arn).build();
    }

    private static String allow(String action) {
        return "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"" + action
                + "\",\"Resource\":\"*\"}}";
    }
}
