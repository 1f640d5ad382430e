// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/** The end that was exported beside credentials is theirs when they are found again in the environment. */
class ExportedEndTest {
    private static final AwsSessionCredentials SESSION = AwsSessionCredentials.create("ASIAEXAMPLE", "secret", "token");

    private final VirtualClock clock = new VirtualClock();
    private final Instant end = clock.instant().plus(Duration.ofMinutes(40));

    private AwsCredentialsIdentity found(AwsCredentialsIdentity identity, Map<String, String> environment) {
        return new ExportedEnd(environment::get, clock).addTo(identity);
    }

    private static Map<String, String> environment(String keyId, String expiration) {
        return Map.of("AWS_ACCESS_KEY_ID", keyId, "AWS_CREDENTIAL_EXPIRATION", expiration);
    }

    @Test
    void isAddedToTheSessionThatItWasExportedWith() {
        AwsCredentialsIdentity found = found(SESSION, environment("ASIAEXAMPLE", end.toString()));

        assertThat(found.expirationTime()).contains(end);
        assertThat(found.accessKeyId()).isEqualTo("ASIAEXAMPLE");
        assertThat(found)
                .isInstanceOfSatisfying(
                        AwsSessionCredentials.class,
                        session -> assertThat(session.sessionToken()).isEqualTo("token"));
    }

    @Test
    void isReadAsTheAwsCliWritesIt() {
        assertThat(found(SESSION, environment("ASIAEXAMPLE", "2126-01-01T02:00:00+02:00"))
                        .expirationTime())
                .contains(Instant.parse("2126-01-01T00:00:00Z"));
    }

    @Test
    void isNotBelievedOfOtherCredentialsNorWhereItHasPassedOrIsNoTime() {
        assertThat(found(SESSION, environment("ASIAOTHER", end.toString()))).isSameAs(SESSION);
        assertThat(found(SESSION, environment("ASIAEXAMPLE", clock.instant().toString())))
                .isSameAs(SESSION);
        assertThat(found(SESSION, environment("ASIAEXAMPLE", "soon"))).isSameAs(SESSION);
        assertThat(found(SESSION, Map.of())).isSameAs(SESSION);
    }

    @Test
    void longLivedKeysHaveNone() {
        AwsBasicCredentials keys = AwsBasicCredentials.create("AKIAEXAMPLE", "secret");

        assertThat(found(keys, environment("AKIAEXAMPLE", end.toString()))).isSameAs(keys);
    }
}
