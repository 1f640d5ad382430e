// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.DeleteConflictException;
import software.amazon.awssdk.services.iam.model.EntityAlreadyExistsException;
import software.amazon.awssdk.services.iam.model.Group;
import software.amazon.awssdk.services.iam.model.IamException;
import software.amazon.awssdk.services.iam.model.LimitExceededException;
import software.amazon.awssdk.services.iam.model.MFADevice;
import software.amazon.awssdk.services.iam.model.NoSuchEntityException;
import software.amazon.awssdk.services.iam.model.SummaryKeyType;
import software.amazon.awssdk.services.iam.model.User;

/** Users with everything that can hang on them. */
class UserLifeTest {
    private static final String READ = """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"iam:ListRoles","Resource":"*"}]}""";

    private final Fixture fixture = new Fixture();
    private final AccessKeys alice = fixture.aws.createUser("alice");

    @BeforeEach
    void createGroup() {
        fixture.iam.createGroup(r -> r.groupName("team"));
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void mayDoWhatItsGroupsMay() {
        IamClient asAlice = fixture.iam(Fixture.basic(alice));
        fixture.iam.putGroupPolicy(r -> r.groupName("team").policyName("read").policyDocument(READ));
        assertThatThrownBy(asAlice::listRoles).isInstanceOf(IamException.class);

        join("team");
        asAlice.listRoles();
        assertThat(fixture.iam.getGroup(r -> r.groupName("team")).users())
                .extracting(User::userName)
                .containsExactly("alice");
        assertThat(fixture.iam.listGroupsForUser(r -> r.userName("alice")).groups())
                .extracting(Group::groupName)
                .containsExactly("team");
        leave("team");
        assertThatThrownBy(asAlice::listRoles).isInstanceOf(IamException.class);
        assertThatThrownBy(() -> leave("team")).isInstanceOf(NoSuchEntityException.class);
    }

    @Test
    void joinsTenGroupsAtMost() {
        for (int i = 0; i < 10; i++) {
            String name = "g" + i;
            fixture.iam.createGroup(r -> r.groupName(name));
            join(name);
        }
        join("g0");
        assertThatThrownBy(() -> join("team"))
                .isInstanceOf(LimitExceededException.class)
                .hasMessageContaining("Cannot exceed quota for GroupsPerUser: 10");
    }

    @Test
    void isDeletedOnlyWhenNothingHangsOnItAnyMore() {
        fixture.iam.putUserPolicy(r -> r.userName("alice").policyName("read").policyDocument(READ));
        fixture.iam.createLoginProfile(r -> r.userName("alice").password("hunter2"));
        String serial = fixture.aws.mfaDevice("alice").serialNumber();
        join("team");

        isHeldBy("delete access keys");
        fixture.iam.deleteAccessKey(r -> r.userName("alice").accessKeyId(alice.accessKeyId()));
        isHeldBy("delete MFA device");
        fixture.iam.deactivateMFADevice(r -> r.userName("alice").serialNumber(serial));
        isHeldBy("delete login profile");
        fixture.iam.deleteLoginProfile(r -> r.userName("alice"));
        assertThatThrownBy(() -> fixture.iam.deleteGroup(r -> r.groupName("team")))
                .isInstanceOf(DeleteConflictException.class)
                .hasMessageContaining("Cannot delete entity, must remove users from group first.");
        isHeldBy("remove users from group");
        leave("team");
        isHeldBy("delete policies");
        fixture.iam.deleteUserPolicy(r -> r.userName("alice").policyName("read"));
        fixture.iam.deleteUser(r -> r.userName("alice"));
        assertThat(fixture.iam.listUsers().users()).extracting(User::userName).containsExactly("administrator");
    }

    @Test
    void hasAPasswordOrNot() {
        assertThatThrownBy(() -> fixture.iam.getLoginProfile(r -> r.userName("alice")))
                .isInstanceOf(NoSuchEntityException.class)
                .hasMessageContaining("Login Profile for User alice cannot be found.");
        fixture.iam.createLoginProfile(
                r -> r.userName("alice").password("hunter2").passwordResetRequired(true));
        assertThat(fixture.iam
                        .getLoginProfile(r -> r.userName("alice"))
                        .loginProfile()
                        .passwordResetRequired())
                .isTrue();
        assertThatThrownBy(() ->
                        fixture.iam.createLoginProfile(r -> r.userName("alice").password("hunter2")))
                .isInstanceOf(EntityAlreadyExistsException.class)
                .hasMessageContaining("Login Profile for user alice already exists.");
        assertThat(fixture.aws.calls().toString()).doesNotContain("hunter2");
    }

    @Test
    void hasTheMfaDeviceThatTheTestGivesIt() {
        assertThat(fixture.iam.listMFADevices(r -> r.userName("alice")).mfaDevices())
                .isEmpty();
        LocalMfaDevice device = fixture.aws.mfaDevice("alice");

        assertThat(device.serialNumber()).isEqualTo("arn:aws:iam::123456789012:mfa/alice");
        assertThat(device.code()).matches("[0-9]{6}");
        assertThat(device.toString()).doesNotContain(device.code());
        assertThat(fixture.aws.mfaDevice("alice").code()).isEqualTo(device.code());
        assertThat(fixture.iam.listMFADevices(r -> r.userName("alice")).mfaDevices())
                .extracting(MFADevice::serialNumber)
                .containsExactly(device.serialNumber());
        assertThatThrownBy(() -> fixture.aws.mfaDevice("nobody"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("There is no user 'nobody'");
    }

    @Test
    void countsInTheSummaryOfTheAccount() {
        Map<SummaryKeyType, Integer> before = fixture.iam.getAccountSummary().summaryMap();
        assertThat(before)
                .containsEntry(SummaryKeyType.USERS, 2)
                .containsEntry(SummaryKeyType.GROUPS, 1)
                .containsEntry(SummaryKeyType.MFA_DEVICES_IN_USE, 0)
                .containsEntry(SummaryKeyType.ACCOUNT_MFA_ENABLED, 1)
                .containsEntry(SummaryKeyType.ACCOUNT_ACCESS_KEYS_PRESENT, 0);
        fixture.aws.mfaDevice("alice");
        fixture.aws.root().disableMfa();
        AccessKeys root = fixture.aws.root().createAccessKey();

        assertThat(fixture.iam(Fixture.basic(root)).getAccountSummary().summaryMap())
                .containsEntry(SummaryKeyType.MFA_DEVICES_IN_USE, 1)
                .containsEntry(SummaryKeyType.ACCOUNT_MFA_ENABLED, 0)
                .containsEntry(SummaryKeyType.ACCOUNT_ACCESS_KEYS_PRESENT, 1);
        fixture.aws.root().deleteAccessKeys();
        fixture.aws.root().enableMfa();
        assertThat(fixture.iam.getAccountSummary().summaryMap())
                .containsEntry(SummaryKeyType.ACCOUNT_MFA_ENABLED, 1)
                .containsEntry(SummaryKeyType.ACCOUNT_ACCESS_KEYS_PRESENT, 0);
    }

    @Test
    void isNotTheRootUser() {
        AccessKeys root = fixture.aws.root().createAccessKey();
        fixture.iam.createRole(r -> r.roleName("worker").assumeRolePolicyDocument(Trust.ACCOUNT));

        assertThat(fixture.sts(Fixture.basic(root)).getCallerIdentity().arn())
                .isEqualTo("arn:aws:iam::123456789012:root");
        assertThat(fixture.iam(Fixture.basic(root)).listAccessKeys().accessKeyMetadata())
                .extracting(key -> key.accessKeyId())
                .containsExactly(root.accessKeyId());
        assertThatThrownBy(() -> fixture.sts(Fixture.basic(root))
                        .assumeRole(r -> r.roleArn("arn:aws:iam::123456789012:role/worker")
                                .roleSessionName("EXAMPLE")))
                .hasMessageContaining("Roles may not be assumed by root accounts.");
    }

    private void isHeldBy(String obstacle) {
        assertThatThrownBy(() -> fixture.iam.deleteUser(r -> r.userName("alice")))
                .isInstanceOf(DeleteConflictException.class)
                .hasMessageContaining("Cannot delete entity, must " + obstacle + " first.");
    }

    private void join(String group) {
        fixture.iam.addUserToGroup(r -> r.userName("alice").groupName(group));
    }

    private void leave(String group) {
        fixture.iam.removeUserFromGroup(r -> r.userName("alice").groupName(group));
    }
}
