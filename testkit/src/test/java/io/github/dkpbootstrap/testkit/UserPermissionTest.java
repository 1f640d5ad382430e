// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dkpbootstrap.policy.PolicyDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.IamException;
import software.amazon.awssdk.services.iam.model.StatusType;

/** What the calls on users are about, as policies see it. */
class UserPermissionTest {
    private final Fixture fixture = new Fixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void letsAUserManageItsOwnKeysAndNobodyElses() {
        AccessKeys keys = user("\"iam:*AccessKey*\",\"iam:*MFADevice*\"", "arn:aws:iam::*:user/${aws:username}");
        IamClient alice = fixture.iam(Fixture.basic(keys));
        fixture.aws.createUser("bob");

        assertThat(alice.listAccessKeys().accessKeyMetadata()).hasSize(1);
        assertThat(alice.listMFADevices().mfaDevices()).isEmpty();
        assertThat(alice.getAccessKeyLastUsed(r -> r.accessKeyId(keys.accessKeyId()))
                        .userName())
                .isEqualTo("alice");
        String second = alice.createAccessKey().accessKey().accessKeyId();
        alice.updateAccessKey(r -> r.accessKeyId(second).status(StatusType.INACTIVE));
        alice.deleteAccessKey(r -> r.accessKeyId(second));
        assertThatThrownBy(() -> alice.listAccessKeys(r -> r.userName("bob")))
                .isInstanceOf(IamException.class)
                .hasMessageContaining("is not authorized to perform: iam:ListAccessKeys on resource: "
                        + "arn:aws:iam::123456789012:user/bob");
        assertThatThrownBy(() -> alice.getAccessKeyLastUsed(
                        r -> r.accessKeyId(fixture.aws.administrator().accessKeyId())))
                .hasMessageContaining("user/administrator");
    }

    @Test
    void asksForTheGroupWhereMembersComeAndGo() {
        IamClient alice = fixture.iam(Fixture.basic(
                user("\"iam:AddUserToGroup\",\"iam:RemoveUserFromGroup\"", "arn:aws:iam::123456789012:group/team")));
        for (String name : new String[] {"team", "admins"}) {
            fixture.iam.createGroup(r -> r.groupName(name));
        }
        alice.addUserToGroup(r -> r.userName("alice").groupName("team"));
        alice.removeUserFromGroup(r -> r.userName("alice").groupName("team"));
        assertThatThrownBy(() -> alice.addUserToGroup(r -> r.userName("alice").groupName("admins")))
                .hasMessageContaining("iam:AddUserToGroup on resource: arn:aws:iam::123456789012:group/admins");
    }

    private AccessKeys user(String actions, String resource) {
        return fixture.aws.createUser("alice", PolicyDocument.parse("""
                        {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":[%s],"Resource":"%s"}]}""".formatted(actions, resource)));
    }
}
