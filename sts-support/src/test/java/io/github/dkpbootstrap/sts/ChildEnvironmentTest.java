// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.regions.Region;

class ChildEnvironmentTest {
    private static final IssuedCredentials KEYS = IssuedCredentials.builder()
            .accessKeyId("AKIAIOSFODNN7EXAMPLE")
            .secretAccessKey("it's $HOME %PATH% \u00E9")
            .build();
    private static final IssuedCredentials SESSION = KEYS.toBuilder()
            .sessionToken("token")
            .expiration(Instant.parse("2026-11-24T11:00:00.999Z"))
            .accountId("123456789012")
            .region(Region.US_WEST_2)
            .build();

    @Test
    void aSessionReplacesAllThatWasThere() {
        Map<String, String> environment = stale();

        SESSION.exportTo(environment);

        assertThat(environment)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "AWS_ACCESS_KEY_ID", "AKIAIOSFODNN7EXAMPLE",
                        "AWS_SECRET_ACCESS_KEY", "it's $HOME %PATH% \u00E9",
                        "AWS_SESSION_TOKEN", "token",
                        "AWS_CREDENTIAL_EXPIRATION", "2026-11-24T11:00:00Z",
                        "AWS_ACCOUNT_ID", "123456789012",
                        "AWS_REGION", "us-west-2",
                        "AWS_DEFAULT_REGION", "us-west-2",
                        "AWS_ROLE_ARN", "stale",
                        "PATH", "/bin"));
    }

    @Test
    void longLivedKeysClearTokenEndAndAccountAndLeaveTheRegion() {
        Map<String, String> environment = stale();

        KEYS.exportTo(environment);

        assertThat(environment)
                .containsOnlyKeys(
                        "AWS_ACCESS_KEY_ID",
                        "AWS_SECRET_ACCESS_KEY",
                        "AWS_REGION",
                        "AWS_DEFAULT_REGION",
                        "AWS_ROLE_ARN",
                        "PATH")
                .containsEntry("AWS_REGION", "stale");
    }

    @Test
    void theEnvironmentOfAProcessIsChangedInPlace() {
        ProcessBuilder process = new ProcessBuilder("true");
        process.environment().put("AWS_PROFILE", "stale");

        SESSION.exportTo(process);

        assertThat(process.environment())
                .containsEntry("AWS_SESSION_TOKEN", "token")
                .containsKey("PATH")
                .doesNotContainKey("AWS_PROFILE");
    }

    private static Map<String, String> stale() {
        Map<String, String> environment = new HashMap<>(Map.of("PATH", "/bin", "AWS_ROLE_ARN", "stale"));
        for (String name : new String[] {
            "AWS_PROFILE",
            "AWS_DEFAULT_PROFILE",
            "AWS_SECURITY_TOKEN",
            "AWS_CREDENTIAL_FILE",
            "AWS_ACCESS_KEY_ID",
            "AWS_SECRET_ACCESS_KEY",
            "AWS_SESSION_TOKEN",
            "AWS_CREDENTIAL_EXPIRATION",
            "AWS_ACCOUNT_ID",
            "AWS_REGION",
            "AWS_DEFAULT_REGION"
        }) {
            environment.put(name, "stale");
        }
        return environment;
    }
}
