// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dkpbootstrap.policy.JsonValue;
import io.github.dkpbootstrap.policy.JsonValue.JsonObject;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.regions.Region;

class CredentialProcessTest {
    private static final IssuedCredentials KEYS = IssuedCredentials.builder()
            .accessKeyId("AKIAIOSFODNN7EXAMPLE")
            .secretAccessKey("s/+=")
            .build();

    @Test
    void aSessionIsOneLineInAFixedOrder() {
        assertThat(KEYS.toBuilder()
                        .sessionToken("t==")
                        .expiration(Instant.parse("2026-11-24T11:00:00.999Z"))
                        .accountId("123456789012")
                        .region(Region.US_WEST_2)
                        .build()
                        .toCredentialProcessJson())
                .isEqualTo(
                        "{\"Version\":1,\"AccessKeyId\":\"AKIAIOSFODNN7EXAMPLE\",\"SecretAccessKey\":\"s/+=\","
                                + "\"SessionToken\":\"t==\",\"Expiration\":\"2026-11-24T11:00:00Z\",\"AccountId\":\"123456789012\"}");
    }

    @Test
    void longLivedKeysLeaveOutWhatTheyLack() {
        assertThat(KEYS.toCredentialProcessJson())
                .isEqualTo("{\"Version\":1,\"AccessKeyId\":\"AKIAIOSFODNN7EXAMPLE\",\"SecretAccessKey\":\"s/+=\"}");
    }

    @Test
    void hostileValuesAreReadBackAsTheyWere() {
        String hostile = "\"\\ \t\u2028\uD83D\uDE00</script>";

        JsonObject read = (JsonObject) JsonValue.parse(
                KEYS.toBuilder().secretAccessKey(hostile).build().toCredentialProcessJson());

        assertThat(read.members().get("SecretAccessKey")).isEqualTo(JsonValue.of(hostile));
    }

    @Test
    void theSdksTypesAreReadWithAllThatTheyHold() {
        Instant end = Instant.parse("2026-11-24T11:00:00Z");
        IssuedCredentials session = IssuedCredentials.from(AwsSessionCredentials.builder()
                .accessKeyId("ASIA1")
                .secretAccessKey("s")
                .sessionToken("t")
                .expirationTime(end)
                .accountId("123456789012")
                .build());
        IssuedCredentials keys = IssuedCredentials.from(AwsBasicCredentials.create("AKIA1", "s"));

        assertThat(session.sessionToken()).contains("t");
        assertThat(session.expiration()).contains(end);
        assertThat(session.accountId()).contains("123456789012");
        assertThat(session.region()).isEmpty();
        assertThat(keys.accessKeyId()).isEqualTo("AKIA1");
        assertThat(keys.sessionToken()).isEmpty();
        assertThat(IssuedCredentials.from(session.toAwsCredentials())).isEqualTo(session);
    }

    @Test
    void anonymousCredentialsCannotBeHandedOver() {
        assertThatThrownBy(() -> IssuedCredentials.from(
                        AnonymousCredentialsProvider.create().resolveCredentials()))
                .isInstanceOf(InvalidCredentialsException.class)
                .hasMessageContaining("anonymous");
    }
}
