// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit;

import static io.github.dkpbootstrap.testkit.AssumedSession.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iam.model.IamException;
import software.amazon.awssdk.services.sts.StsClient;

class SourceIdentityTest {
    private static final String ALICE = "{\"StringLike\":{\"sts:SourceIdentity\":\"ali*\"}}";
    private static final String POLICY = """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"iam:ListRoles","Resource":"*",
             "Condition":{"StringEquals":{"aws:SourceIdentity":"alice"}}},
             {"Effect":"Allow","Action":"sts:*","Resource":"*"}]}""";

    private final Fixture fixture = new Fixture();
    private final String role = AssumedSession.role(
            fixture, "worker", Trust.account("[\"sts:AssumeRole\",\"sts:SetSourceIdentity\"]", ALICE));

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void needsAPermissionOfItsOwn() {
        String plain = AssumedSession.role(fixture, "plain", Trust.ACCOUNT);
        assertRefused(
                () -> AssumedSession.assume(fixture.sts, plain, r -> r.sourceIdentity("alice")),
                403,
                "AccessDenied",
                "User: arn:aws:iam::123456789012:user/administrator is not authorized to perform: "
                        + "sts:SetSourceIdentity on resource: " + plain);
        assertThatThrownBy(() -> AssumedSession.assume(fixture.sts, role, r -> r.sourceIdentity("bob")))
                .hasMessageContaining("sts:AssumeRole");
        assertThat(AssumedSession.assume(fixture.sts, role, r -> r.sourceIdentity("alice"))
                        .sourceIdentity())
                .isEqualTo("alice");
    }

    @Test
    void staysThroughTheChainAndCannotBeChanged() {
        fixture.iam.putRolePolicy(r -> r.roleName("worker").policyName("p").policyDocument(POLICY));
        StsClient first = fixture.sts(AssumedSession.credentials(fixture.sts, role, r -> r.sourceIdentity("alice")));
        StsClient second = fixture.sts(AssumedSession.credentials(first, role, r -> {}));

        fixture.iam(AssumedSession.credentials(second, role, r -> r.sourceIdentity("alice")))
                .listRoles();
        assertRefused(
                () -> AssumedSession.assume(second, role, r -> r.sourceIdentity("alison")),
                400,
                "ValidationError",
                "The source identity is already set for this assume role session");
        StsClient other = fixture.sts(AssumedSession.credentials(fixture.sts, role, r -> r.sourceIdentity("alison")));
        assertThatThrownBy(fixture.iam(AssumedSession.credentials(other, role, r -> {}))::listRoles)
                .isInstanceOf(IamException.class);
    }
}
