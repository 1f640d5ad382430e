// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit;

import static io.github.dkpbootstrap.testkit.AssumedSession.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.Role;
import software.amazon.awssdk.services.sts.StsClient;

/** Roles and sessions that are not what they were. */
class RevokedSessionTest {
    private static final String IAM = """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["iam:*","sts:*"],"Resource":"*"}]}""";

    private final Fixture fixture = new Fixture();
    private final String role = AssumedSession.role(fixture, "worker", Trust.ACCOUNT);

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void deniesSessionsOlderThanTheirRevocation() {
        permit();
        IamClient before = session();
        before.listRoles();
        fixture.clock.advance(Duration.ofMinutes(1));
        String revocation = """
                {"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"*","Resource":"*",
                 "Condition":{"DateLessThan":{"aws:TokenIssueTime":"%s"}}}]}""".formatted(fixture.clock.instant());
        fixture.iam.putRolePolicy(
                r -> r.roleName("worker").policyName("AWSRevokeOlderSessions").policyDocument(revocation));

        assertThatThrownBy(before::listRoles).hasMessageContaining("with an explicit deny in an identity-based policy");
        fixture.clock.advance(Duration.ofSeconds(1));
        session().listRoles();
    }

    @Test
    void knowsNoSessionOfARoleThatWasMadeAgain() {
        permit();
        StsClient before = fixture.sts(AssumedSession.credentials(fixture.sts, role, r -> {}));
        before.getCallerIdentity();
        makeAgain();

        assertRefused(
                before::getCallerIdentity,
                403,
                "InvalidClientTokenId",
                "The security token included in the request is invalid.");
        session().listRoles();
    }

    @Test
    void isNotTrustedByThoseWhoTrustedItsPredecessor() {
        permit();
        String trusting = AssumedSession.role(fixture, "trusting", Trust.trust("\"AWS\":\"" + role + "\""));
        assumeFromWorker(trusting);
        String id = fixture.iam.getRole(r -> r.roleName("worker")).role().roleId();
        makeAgain();

        assertThatThrownBy(() -> assumeFromWorker(trusting)).hasMessageContaining("sts:AssumeRole");
        Role after = fixture.iam.getRole(r -> r.roleName("trusting")).role();
        assertThat(URLDecoder.decode(after.assumeRolePolicyDocument(), StandardCharsets.UTF_8))
                .isEqualTo(Trust.trust("\"AWS\":\"" + id + "\""));
        fixture.iam.updateAssumeRolePolicy(
                r -> r.roleName("trusting").policyDocument(Trust.trust("\"AWS\":\"" + role + "\"")));
        assumeFromWorker(trusting);
    }

    @Test
    void lastsAsLongAsItsRoleAllowsNow() {
        assertTooLong(role, 3601);
        fixture.iam.updateRole(r -> r.roleName("worker").maxSessionDuration(7200));
        AssumedSession.assume(fixture.sts, role, r -> r.durationSeconds(7200));
        assertTooLong(role, 7201);
        fixture.iam.updateRole(r -> r.roleName("worker").description("back to the default"));
        assertTooLong(role, 3601);
    }

    @Test
    void lastsAsLongAsTheTemplateSays() {
        String template = Fixture.template()
                .replace("      RoleName: dkp", "      MaxSessionDuration: 14400\n      RoleName: dkp");
        assertThat(template).contains("MaxSessionDuration");
        fixture.cloudFormation.createStack(
                Fixture.createRequest().templateBody(template).build());
        fixture.settle();
        AssumedSession.assume(fixture.sts, Fixture.ROLE, r -> r.durationSeconds(14_400));

        fixture.update(template.replace("14400", "3600"));
        fixture.settle();
        assertTooLong(Fixture.ROLE, 3601);
    }

    private void assertTooLong(String arn, int seconds) {
        assertThatThrownBy(() -> AssumedSession.assume(fixture.sts, arn, r -> r.durationSeconds(seconds)))
                .hasMessageContaining(
                        "The requested DurationSeconds exceeds the MaxSessionDuration set for this role.");
    }

    private void permit() {
        fixture.iam.putRolePolicy(r -> r.roleName("worker").policyName("iam").policyDocument(IAM));
    }

    private void makeAgain() {
        fixture.iam.deleteRolePolicy(r -> r.roleName("worker").policyName("iam"));
        fixture.iam.deleteRole(r -> r.roleName("worker"));
        AssumedSession.role(fixture, "worker", Trust.ACCOUNT);
        permit();
    }

    private IamClient session() {
        return fixture.iam(AssumedSession.credentials(fixture.sts, role, r -> {}));
    }

    private void assumeFromWorker(String arn) {
        AssumedSession.assume(fixture.sts(AssumedSession.credentials(fixture.sts, role, r -> {})), arn, r -> {});
    }
}
