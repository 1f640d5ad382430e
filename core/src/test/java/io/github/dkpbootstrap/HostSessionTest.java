// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dkpbootstrap.policy.Arn;
import io.github.dkpbootstrap.sts.DkpSession;
import io.github.dkpbootstrap.testkit.CallFault;
import io.github.dkpbootstrap.testkit.LocalInstance;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** On an EC2 host with the bootstrapper's instance profile a session is that of the host, and the role is not assumed. */
@Isolated("points the SDK to a metadata service")
class HostSessionTest {
    private static final String ENDPOINT = "aws.ec2MetadataServiceEndpoint";
    private static final String PROFILE = "DKPBootstrapInstanceProfile";
    private static final String ASSUME = "sts:AssumeRole";

    private final InProcessAccount account = new InProcessAccount();
    private final DkpDeployment dkp = DkpBootstrap.using(account.clients).deploy();

    @BeforeEach
    void forget() {
        account.aws.forgetCalls();
    }

    @AfterEach
    void close() {
        System.clearProperty(ENDPOINT);
        account.close();
    }

    private static void runOn(LocalInstance host) {
        System.setProperty(ENDPOINT, host.metadataEndpoint().toString());
    }

    private DkpSession open(Consumer<DkpSession.Builder> settings) {
        return dkp.openSession(s -> settings.accept(s.sessionName("on-host").preferInstanceProfile()));
    }

    private static String sessionOf(DkpSession session) {
        return session.issued().assumedRoleArn().map(Arn::resource).orElseThrow();
    }

    @Test
    void usesTheCredentialsOfTheHostAsTheyAre() {
        LocalInstance host = account.aws.startInstance(PROFILE);
        runOn(host);

        try (DkpSession session = open(s -> {})) {
            assertThat(sessionOf(session)).isEqualTo("assumed-role/dkp-bootstrapper-role/" + host.id());
        }
        assertThat(account.actions())
                .contains("imds:GetToken", "imds:GetCredentials", "sts:GetCallerIdentity")
                .doesNotContain(ASSUME);
    }

    @Test
    void takesNewOnesFromTheHostBeforeTheOldOnesEnd() {
        runOn(account.aws.startInstance(PROFILE));

        try (DkpSession session = open(s -> {})) {
            for (int quarter = 0; quarter < 4 * 24; quarter++) {
                Instant end = session.issued().expiration().orElseThrow();
                assertThat(end).isAfter(account.clock.instant());
                account.clock.advance(Duration.ofMinutes(15));
                SessionDay.settle(session);
            }
        }
        assertThat(account.actions()).doesNotContain(ASSUME);
        assertThat(account.actions().stream()
                        .filter("imds:GetCredentials"::equals)
                        .count())
                .as("looks at the metadata in a day")
                .isBetween(4L, 40L);
    }

    @Test
    void assumesTheRoleOnAHostWithoutProfileAndOnOneWithAnother() {
        account.clients.iam().createRole(r -> r.roleName("other").assumeRolePolicyDocument("""
                        {"Version":"2012-10-17","Statement":[{"Effect":"Allow",
                         "Principal":{"Service":"ec2.amazonaws.com"},"Action":"sts:AssumeRole"}]}
                        """));
        account.clients.iam().createInstanceProfile(r -> r.instanceProfileName("other"));
        account.clients
                .iam()
                .addRoleToInstanceProfile(r -> r.instanceProfileName("other").roleName("other"));

        for (LocalInstance host :
                new LocalInstance[] {account.aws.startInstance(), account.aws.startInstance("other")}) {
            runOn(host);
            try (DkpSession session = open(s -> {})) {
                assertThat(sessionOf(session)).isEqualTo("assumed-role/dkp-bootstrapper-role/on-host");
            }
        }
    }

    @Test
    void assumesTheRoleWhereOnlyThatGivesWhatIsAskedFor() {
        runOn(account.aws.startInstance(PROFILE));

        try (DkpSession session = open(s -> s.sourceIdentity("alice"))) {
            assertThat(session.credentials().resolveIdentity())
                    .failsWithin(Duration.ofSeconds(10)) // the trust policy says nothing of source identities
                    .withThrowableThat()
                    .withMessageContaining("sts:SetSourceIdentity");
        }
        assertThat(account.actions()).contains(ASSUME);
    }

    @Test
    void assumesTheRoleWhereTheMetadataServiceRefuses() {
        runOn(account.aws.startInstance(PROFILE));
        account.aws.inject(
                CallFault.refused("Forbidden", 403, "no").on("imds:GetToken").always());

        try (DkpSession session = open(s -> {})) {
            assertThat(sessionOf(session)).isEqualTo("assumed-role/dkp-bootstrapper-role/on-host");
        }
        assertThat(account.actions())
                .as("nothing is asked without a token, as version 1 would")
                .doesNotContain("imds:GetRoleName", "imds:GetCredentials");
    }

    @Test
    void findsTheProfileThatIsAttachedWhileTheSessionIsOpen() {
        LocalInstance host = account.aws.startInstance();
        runOn(host);

        try (DkpSession session = open(s -> {})) {
            assertThat(sessionOf(session)).endsWith("/on-host");
            host.attachProfile(PROFILE);
            session.invalidate();
            assertThat(sessionOf(session)).endsWith("/" + host.id());
        }
    }
}
