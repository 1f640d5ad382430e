// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit;

import static io.github.dkpbootstrap.testkit.AssumedSession.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dkpbootstrap.policy.PolicyDocument;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.AssumeRoleResponse;
import software.amazon.awssdk.services.sts.model.Credentials;
import software.amazon.awssdk.services.sts.model.StsException;

class MfaSessionTest {
    private static final String ALLOW_ALL = """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}""";

    private final Fixture fixture = new Fixture();
    private final StsClient alice =
            fixture.sts(Fixture.basic(fixture.aws.createUser("alice", PolicyDocument.parse(ALLOW_ALL))));
    private final LocalMfaDevice device = fixture.aws.mfaDevice("alice");
    private final String guarded = AssumedSession.role(
            fixture,
            "guarded",
            Trust.account(
                    "\"sts:AssumeRole\"",
                    "{\"Bool\":{\"aws:MultiFactorAuthPresent\":\"true\"},"
                            + "\"NumericLessThan\":{\"aws:MultiFactorAuthAge\":\"300\"}}"));

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void needsACodeWhereTheTrustPolicyAsksForMfa() {
        assertThatThrownBy(() -> AssumedSession.assume(alice, guarded, r -> {}))
                .isInstanceOf(StsException.class)
                .hasMessageContaining("is not authorized to perform: sts:AssumeRole on resource: " + guarded);
        assertThat(assume(device.code()).credentials().accessKeyId()).startsWith("ASIA");
    }

    @Test
    void takesACodeOnce() {
        String code = device.code();
        assume(code);
        assertInvalid(code);
        fixture.clock.advance(Duration.ofSeconds(30));
        assertInvalid(code);
        assume(device.code());
    }

    @Test
    void saysWhatIsWrongWithTheDeviceOrTheCode() {
        String code = device.code();
        String wrong = code.equals("123456") ? "123457" : "123456";
        assertInvalid(wrong);
        assertRefused(
                () -> AssumedSession.assume(alice, guarded, r -> r.serialNumber(device.serialNumber())),
                403,
                "AccessDenied",
                "MultiFactorAuthentication failed, must provide both MFA serial number and one time pass code.");
        String someoneElses = fixture.aws.mfaDevice("administrator").serialNumber();
        assertRefused(
                () -> AssumedSession.assume(
                        alice, guarded, r -> r.serialNumber(someoneElses).tokenCode(code)),
                403,
                "AccessDenied",
                "MultiFactorAuthentication failed, unable to validate MFA code.  Please verify your MFA serial number "
                        + "is valid and associated with this user.");
        assertThatThrownBy(() -> assume("12345x"))
                .hasMessageContaining("Value '****' at 'tokenCode' failed to satisfy constraint: Member must satisfy "
                        + "regular expression pattern: [\\d]*");
        assertThat(fixture.aws.calls().toString()).contains("SerialNumber").doesNotContain("TokenCode");
    }

    @Test
    void countsTheAgeOfTheMfaOfASessionOfTheUser() {
        Credentials session = alice.getSessionToken(
                        r -> r.serialNumber(device.serialNumber()).tokenCode(device.code()))
                .credentials();
        StsClient asSession = fixture.sts(Fixture.session(session));

        fixture.clock.advance(Duration.ofSeconds(299));
        AssumedSession.assume(asSession, guarded, r -> {});
        fixture.clock.advance(Duration.ofSeconds(1));
        assertThatThrownBy(() -> AssumedSession.assume(asSession, guarded, r -> {}))
                .hasMessageContaining("is not authorized to perform: sts:AssumeRole");
        assertThat(asSession.getCallerIdentity().arn()).endsWith("user/alice");
        assertThat(fixture.iam(Fixture.session(session)).listRoles().roles()).isNotEmpty();
    }

    @Test
    void isNoChainingToAssumeARoleFromASessionOfTheUser() {
        String role = fixture.iam
                .createRole(r -> r.roleName("long").maxSessionDuration(7200).assumeRolePolicyDocument(Trust.ACCOUNT))
                .role()
                .arn();
        StsClient asSession =
                fixture.sts(Fixture.session(alice.getSessionToken().credentials()));

        AssumedSession.assume(asSession, role, r -> r.durationSeconds(7200));
        assertRefused(
                asSession::getSessionToken,
                403,
                "AccessDenied",
                "Cannot call GetSessionToken with session credentials");
    }

    @Test
    void cannotCallIamInASessionWithoutMfa() {
        IamClient asSession =
                fixture.iam(Fixture.session(alice.getSessionToken().credentials()));
        assertRefused(
                asSession::listRoles,
                403,
                "InvalidClientTokenId",
                "The security token included in the request is invalid.");
    }

    @Test
    void endsSessionsOfUsersToo() {
        StsClient asSession = fixture.sts(Fixture.session(
                alice.getSessionToken(r -> r.durationSeconds(900)).credentials()));
        asSession.getCallerIdentity();
        fixture.clock.advance(Duration.ofMinutes(15));
        assertThatThrownBy(asSession::getCallerIdentity).hasMessageContaining("expired");
        assertThatThrownBy(() -> alice.getSessionToken(r -> r.durationSeconds(129_601)))
                .hasMessageContaining("Member must have value less than or equal to 129600");
    }

    private AssumeRoleResponse assume(String code) {
        return AssumedSession.assume(
                alice, guarded, r -> r.serialNumber(device.serialNumber()).tokenCode(code));
    }

    private void assertInvalid(String code) {
        assertRefused(
                () -> assume(code),
                403,
                "AccessDenied",
                "MultiFactorAuthentication failed with invalid MFA one time pass code. ");
    }
}
