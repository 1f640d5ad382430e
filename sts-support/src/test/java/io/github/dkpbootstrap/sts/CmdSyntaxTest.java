// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.regions.Region;

class CmdSyntaxTest {
    private static final IssuedCredentials KEYS = IssuedCredentials.builder()
            .accessKeyId("AKIAIOSFODNN7EXAMPLE")
            .secretAccessKey("wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY")
            .build();

    @Test
    void writesASession() {
        IssuedCredentials session = KEYS.toBuilder()
                .sessionToken("IQoJb3JpZ2luX2VjEXAMPLE==")
                .expiration(Instant.parse("2026-11-24T11:00:00Z"))
                .accountId("123456789012")
                .region(Region.US_WEST_2)
                .build();

        assertThat(session.exportLines(Shell.CMD))
                .containsExactly(
                        "set \"AWS_PROFILE=\"",
                        "set \"AWS_DEFAULT_PROFILE=\"",
                        "set \"AWS_SECURITY_TOKEN=\"",
                        "set \"AWS_CREDENTIAL_FILE=\"",
                        "set \"AWS_ACCESS_KEY_ID=AKIAIOSFODNN7EXAMPLE\"",
                        "set \"AWS_SECRET_ACCESS_KEY=wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY\"",
                        "set \"AWS_SESSION_TOKEN=IQoJb3JpZ2luX2VjEXAMPLE==\"",
                        "set \"AWS_CREDENTIAL_EXPIRATION=2026-11-24T11:00:00Z\"",
                        "set \"AWS_ACCOUNT_ID=123456789012\"",
                        "set \"AWS_REGION=us-west-2\"",
                        "set \"AWS_DEFAULT_REGION=us-west-2\"");
        assertThat(session.maskedExportLines(Shell.CMD)).contains("set \"AWS_SECRET_ACCESS_KEY=****\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%",
                "\"",
                "!",
                "^",
                "&",
                "|",
                "<",
                ">",
                "(",
                ")",
                " ",
                "\t",
                "'",
                "`",
                "$",
                "\u00E9",
                "\uD83D\uDE00"
            })
    void refusesWhatCmdCouldTakeOtherwiseAndNamesThePartAlone(String hostile) {
        IssuedCredentials keys =
                KEYS.toBuilder().secretAccessKey("hush" + hostile).build();

        assertThatThrownBy(() -> keys.exportLines(Shell.CMD))
                .isInstanceOf(UnexportableCredentialsException.class)
                .hasMessageContaining("AWS_SECRET_ACCESS_KEY")
                .hasMessageContaining("PowerShell")
                .hasMessageNotContaining("hush");
        assertThat(keys.maskedExportLines(Shell.CMD)).contains("set \"AWS_SECRET_ACCESS_KEY=****\"");
    }

    @Test
    void refusesALineThatCmdWouldCut() {
        int fits = 8191 - "set \"AWS_SESSION_TOKEN=\"".length();

        assertThat(KEYS.toBuilder().sessionToken("t".repeat(fits)).build().exportLines(Shell.CMD))
                .anyMatch(line -> line.length() == 8191);
        assertThatThrownBy(() -> KEYS.toBuilder()
                        .sessionToken("t".repeat(fits + 1))
                        .build()
                        .exportLines(Shell.CMD))
                .isInstanceOf(UnexportableCredentialsException.class)
                .hasMessageContaining("8192 characters")
                .hasMessageNotContaining("tttt");
    }
}
