// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudformation.model.StackResourceDrift;
import software.amazon.awssdk.services.iam.model.AttachedPolicy;
import software.amazon.awssdk.services.iam.model.LimitExceededException;

/** The policy of a template, attached to users and groups that exist. */
class AttachedPolicyTest {
    private static final String VERSION = "        Version: '2012-10-17'\n      Roles:\n";

    private final Fixture fixture = new Fixture();

    @BeforeEach
    void createUsersAndGroups() {
        for (String name : List.of("alice", "bob")) {
            fixture.iam.createUser(r -> r.userName(name));
        }
        fixture.iam.createGroup(r -> r.groupName("team"));
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void isAttachedToUsersAndGroupsOfTheTemplateAndTakenAway() {
        create(attachedTo("[alice]", "[team]"));
        assertThat(attachedToUser("alice")).containsExactly("dkp-bootstrapper-policy");
        assertThat(attachedToGroup()).containsExactly("dkp-bootstrapper-policy");

        fixture.update(attachedTo("[bob]", "[]"));
        fixture.settle();
        assertThat(fixture.stack("dkp").stackStatusAsString()).isEqualTo("UPDATE_COMPLETE");
        assertThat(attachedToUser("alice")).isEmpty();
        assertThat(attachedToUser("bob")).containsExactly("dkp-bootstrapper-policy");
        assertThat(attachedToGroup()).isEmpty();

        fixture.cloudFormation.deleteStack(r -> r.stackName("dkp"));
        fixture.settle();
        assertThat(attachedToUser("bob")).isEmpty();
    }

    @Test
    void failsForAUserThatDoesNotExist() {
        create(attachedTo("[nobody]", "[]"));

        assertThat(fixture.stack("dkp").stackStatusAsString()).isEqualTo("ROLLBACK_COMPLETE");
        assertThat(fixture.history("dkp"))
                .anySatisfy(event -> assertThat(event)
                        .contains(
                                "CREATE_FAILED",
                                "The user with name nobody cannot be found.",
                                "HandlerErrorCode: NotFound"));
    }

    @Test
    void failsForAUserWithTenPolicies() {
        for (int i = 0; i < 10; i++) {
            attach("p" + i);
        }
        create(attachedTo("[alice]", "[]"));

        assertThat(fixture.stack("dkp").stackStatusAsString()).isEqualTo("ROLLBACK_COMPLETE");
        assertThat(fixture.history("dkp"))
                .anySatisfy(event -> assertThat(event)
                        .contains(
                                "CREATE_FAILED",
                                "Cannot exceed quota for PoliciesPerUser: 10",
                                "ServiceLimitExceeded"));
        assertThatThrownBy(() -> attach("p10"))
                .isInstanceOf(LimitExceededException.class)
                .hasMessageContaining("Cannot exceed quota for PoliciesPerUser: 10");
    }

    @Test
    void driftsWhenItIsDetachedByHand() {
        create(attachedTo("[alice, bob]", "[team]"));
        fixture.iam.detachUserPolicy(r -> r.userName("bob").policyArn(Fixture.POLICY));
        fixture.iam.detachGroupPolicy(r -> r.groupName("team").policyArn(Fixture.POLICY));

        StackResourceDrift drift = fixture.cloudFormation
                .detectStackResourceDrift(
                        r -> r.stackName("dkp").logicalResourceId("AWSIAMManagedPolicyDKPBootstrapper"))
                .stackResourceDrift();
        assertThat(drift.stackResourceDriftStatusAsString()).isEqualTo("MODIFIED");
        assertThat(drift.propertyDifferences())
                .extracting(difference -> difference.propertyPath())
                .containsExactlyInAnyOrder("/Users/1", "/Groups");
    }

    private void create(String template) {
        fixture.cloudFormation.createStack(
                Fixture.createRequest().templateBody(template).build());
        fixture.settle();
    }

    private static String attachedTo(String users, String groups) {
        String template = Fixture.template();
        assertThat(template).contains(VERSION);
        return template.replace(
                VERSION, VERSION.replace("Roles:", "Users: " + users + "\n      Groups: " + groups + "\n      Roles:"));
    }

    private void attach(String name) {
        String arn = fixture.iam
                .createPolicy(r -> r.policyName(name).policyDocument(Trust.ANY_POLICY))
                .policy()
                .arn();
        fixture.iam.attachUserPolicy(r -> r.userName("alice").policyArn(arn));
    }

    private List<String> attachedToUser(String name) {
        return names(fixture.iam.listAttachedUserPolicies(r -> r.userName(name)).attachedPolicies());
    }

    private List<String> attachedToGroup() {
        return names(
                fixture.iam.listAttachedGroupPolicies(r -> r.groupName("team")).attachedPolicies());
    }

    private static List<String> names(List<AttachedPolicy> policies) {
        return policies.stream().map(AttachedPolicy::policyName).toList();
    }
}
