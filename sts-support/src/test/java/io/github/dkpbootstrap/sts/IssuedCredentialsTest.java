// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.regions.Region;

class IssuedCredentialsTest {
    private static final IssuedCredentials KEYS = IssuedCredentials.builder()
            .accessKeyId("AKIAIOSFODNN7EXAMPLE")
            .secretAccessKey("wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY")
            .build();
    private static final IssuedCredentials SESSION = KEYS.toBuilder()
            .sessionToken("IQoJb3JpZ2luX2VjEXAMPLE==")
            .expiration(Instant.parse("2026-11-24T11:00:00.123Z"))
            .region(Region.US_WEST_2)
            .build();

    @Test
    void exportsASession() {
        assertThat(SESSION.exportLines(Shell.POSIX))
                .containsExactly(
                        "unset AWS_PROFILE",
                        "unset AWS_DEFAULT_PROFILE",
                        "unset AWS_SECURITY_TOKEN",
                        "unset AWS_CREDENTIAL_FILE",
                        "unset AWS_ACCOUNT_ID",
                        "export AWS_ACCESS_KEY_ID='AKIAIOSFODNN7EXAMPLE'",
                        "export AWS_SECRET_ACCESS_KEY='wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY'",
                        "export AWS_SESSION_TOKEN='IQoJb3JpZ2luX2VjEXAMPLE=='",
                        "export AWS_CREDENTIAL_EXPIRATION='2026-11-24T11:00:00Z'",
                        "export AWS_REGION='us-west-2'",
                        "export AWS_DEFAULT_REGION='us-west-2'");
    }

    @Test
    void exportsLongLivedKeysAndClearsAnOldToken() {
        assertThat(KEYS.exportLines(Shell.POSIX))
                .contains("unset AWS_SESSION_TOKEN", "unset AWS_CREDENTIAL_EXPIRATION", "unset AWS_ACCOUNT_ID")
                .noneMatch(line -> line.contains("REGION") || line.startsWith("export AWS_SESSION_TOKEN"))
                .endsWith("export AWS_SECRET_ACCESS_KEY='wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY'");
    }

    @Test
    void masksWhatPeopleAreShown() {
        assertThat(SESSION.maskedExportLines(Shell.POSIX))
                .contains(
                        "export AWS_ACCESS_KEY_ID='****MPLE'",
                        "export AWS_SECRET_ACCESS_KEY='****'",
                        "export AWS_SESSION_TOKEN='****'",
                        "export AWS_REGION='us-west-2'");
        assertThat(KEYS.toBuilder().accessKeyId("short").build().maskedExportLines(Shell.POSIX))
                .contains("export AWS_ACCESS_KEY_ID='****'");
    }

    @Test
    void quotesForPowerShellWithEachOfItsQuotesDoubled() {
        assertThat(KEYS.toBuilder()
                        .secretAccessKey("a'b\u2018c\u2019d\u201Ae\u201Bf$x`\\")
                        .build()
                        .exportLines(Shell.POWERSHELL))
                .contains(
                        "Remove-Item Env:AWS_PROFILE -ErrorAction SilentlyContinue",
                        "$Env:AWS_SECRET_ACCESS_KEY = 'a''b\u2018\u2018c\u2019\u2019d\u201A\u201Ae\u201B\u201Bf$x`\\'");
    }

    @Test
    void quotesForFishWithBackslashes() {
        assertThat(KEYS.toBuilder().secretAccessKey("a'b\\c$d").build().exportLines(Shell.FISH))
                .contains("set -eg AWS_PROFILE; or true", "set -gx AWS_SECRET_ACCESS_KEY 'a\\'b\\\\c$d'");
    }

    @Test
    void refusesWhatWouldEndALineWithoutShowingIt() {
        for (String end : List.of("\0", "\r", "\n")) {
            assertThatThrownBy(
                            () -> KEYS.toBuilder().secretAccessKey("hush" + end).build())
                    .isInstanceOf(InvalidCredentialsException.class)
                    .hasMessageContaining("secret access key")
                    .hasMessageNotContaining("hush");
            assertThatThrownBy(() -> KEYS.toBuilder().sessionToken(end + "hush").build())
                    .isInstanceOf(InvalidCredentialsException.class)
                    .hasMessageContaining("session token");
            assertThatThrownBy(() -> KEYS.toBuilder().accessKeyId("hush" + end).build())
                    .isInstanceOf(InvalidCredentialsException.class)
                    .hasMessageContaining("access key id");
        }
    }

    @Test
    void refusesHalfACharacterWithoutShowingTheRest() {
        assertThatThrownBy(() -> KEYS.toBuilder().secretAccessKey("hush\uD83D").build())
                .isInstanceOf(InvalidCredentialsException.class)
                .hasMessageContaining("secret access key")
                .hasMessageNotContaining("hush");
    }

    @Test
    void refusesEmptyParts() {
        assertThatThrownBy(() -> KEYS.toBuilder().sessionToken("").build())
                .isInstanceOf(InvalidCredentialsException.class)
                .hasMessage("The session token is empty");
    }

    @Test
    void becomesBasicCredentialsWithoutAToken() {
        assertThat(KEYS.toAwsCredentials()).isInstanceOf(AwsBasicCredentials.class);
        assertThat(KEYS.toBuilder()
                        .accountId("123456789012")
                        .build()
                        .toAwsCredentials()
                        .accountId())
                .contains("123456789012");
    }
}
