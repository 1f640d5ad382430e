// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iam.model.DeleteConflictException;
import software.amazon.awssdk.services.iam.model.EntityType;
import software.amazon.awssdk.services.iam.model.ListEntitiesForPolicyResponse;
import software.amazon.awssdk.services.iam.model.NoSuchEntityException;
import software.amazon.awssdk.services.iam.model.PolicyUsageType;

class PolicyUseTest {
    private static final String DOCUMENT =
            "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"s3:*\",\"Resource\":\"*\"}]}";

    private final Fixture fixture = new Fixture();
    private String policy = "";

    @BeforeEach
    void attach() {
        policy = fixture.iam
                .createPolicy(r -> r.policyName("p").policyDocument(DOCUMENT))
                .policy()
                .arn();
        fixture.iam.createGroup(r -> r.groupName("team").path("/x/"));
        fixture.iam.createUser(r -> r.userName("alice"));
        fixture.iam.createRole(r -> r.roleName("worker").assumeRolePolicyDocument(Trust.EC2));
        fixture.iam.createRole(r -> r.roleName("bounded").assumeRolePolicyDocument(Trust.EC2));
        fixture.iam.attachGroupPolicy(r -> r.groupName("team").policyArn(policy));
        fixture.iam.attachUserPolicy(r -> r.userName("alice").policyArn(policy));
        fixture.iam.attachRolePolicy(r -> r.roleName("worker").policyArn(policy));
        fixture.iam.putRolePermissionsBoundary(r -> r.roleName("bounded").permissionsBoundary(policy));
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void listsWhoUsesAPolicyInEachWay() {
        ListEntitiesForPolicyResponse all = fixture.iam.listEntitiesForPolicy(r -> r.policyArn(policy));
        assertThat(all.policyGroups()).extracting(group -> group.groupName()).containsExactly("team");
        assertThat(all.policyUsers()).extracting(user -> user.userName()).containsExactly("alice");
        assertThat(all.policyRoles()).extracting(role -> role.roleName()).containsExactly("worker", "bounded");

        assertThat(fixture.iam
                        .listEntitiesForPolicy(r -> r.policyArn(policy)
                                .entityFilter(EntityType.ROLE)
                                .policyUsageFilter(PolicyUsageType.PERMISSIONS_BOUNDARY))
                        .policyRoles())
                .extracting(role -> role.roleName())
                .containsExactly("bounded");
        assertThat(fixture.iam
                        .listEntitiesForPolicy(
                                r -> r.policyArn(policy).policyUsageFilter(PolicyUsageType.PERMISSIONS_POLICY))
                        .policyRoles())
                .extracting(role -> role.roleName())
                .containsExactly("worker");
    }

    @Test
    void listsThemInPages() {
        ListEntitiesForPolicyResponse first =
                fixture.iam.listEntitiesForPolicy(r -> r.policyArn(policy).maxItems(1));
        assertThat(first.isTruncated()).isTrue();
        assertThat(first.policyGroups()).hasSize(1);
        assertThat(first.policyUsers()).isEmpty();

        ListEntitiesForPolicyResponse second = fixture.iam.listEntitiesForPolicy(
                r -> r.policyArn(policy).maxItems(3).marker(first.marker()));
        assertThat(second.isTruncated()).isFalse();
        assertThat(second.policyGroups()).isEmpty();
        assertThat(second.policyRoles()).hasSize(2);
    }

    @Test
    void keepsAGroupThatHasPolicies() {
        fixture.iam.putGroupPolicy(r -> r.groupName("team").policyName("own").policyDocument(DOCUMENT));

        assertThatThrownBy(() -> fixture.iam.deleteGroup(r -> r.groupName("team")))
                .isInstanceOf(DeleteConflictException.class)
                .hasMessageContaining("must detach all policies first");
        fixture.iam.detachGroupPolicy(r -> r.groupName("team").policyArn(policy));
        assertThatThrownBy(() -> fixture.iam.deleteGroup(r -> r.groupName("team")))
                .isInstanceOf(DeleteConflictException.class)
                .hasMessageContaining("must delete policies first");
        fixture.iam.deleteGroupPolicy(r -> r.groupName("team").policyName("own"));
        fixture.iam.deleteGroup(r -> r.groupName("team"));

        assertThatThrownBy(() -> fixture.iam.getGroup(r -> r.groupName("team")))
                .isInstanceOf(NoSuchEntityException.class)
                .hasMessageContaining("The group with name team cannot be found.");
    }

    @Test
    void setsTheSessionDurationToAnHourWhereAnUpdateDoesNotNameIt() {
        fixture.iam.updateRole(r -> r.roleName("worker").maxSessionDuration(7200));
        fixture.iam.updateRole(r -> r.roleName("worker").description("text"));

        assertThat(fixture.iam.getRole(r -> r.roleName("worker")).role().maxSessionDuration())
                .isEqualTo(3600);
    }

    @Test
    void listsInlinePoliciesInPages() {
        fixture.iam.putRolePolicy(r -> r.roleName("worker").policyName("a").policyDocument(DOCUMENT));
        fixture.iam.putRolePolicy(r -> r.roleName("worker").policyName("b").policyDocument(DOCUMENT));

        var first = fixture.iam.listRolePolicies(r -> r.roleName("worker").maxItems(1));
        assertThat(first.policyNames()).containsExactly("a");
        assertThat(fixture.iam
                        .listRolePolicies(r -> r.roleName("worker").marker(first.marker()))
                        .policyNames())
                .containsExactly("b");
    }
}
