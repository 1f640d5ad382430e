// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sts.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dkpbootstrap.sts.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.profiles.ProfileFile;

/** The rules of AWS's own readers that what is refused, removed and unset rests on. Were one to change, so should we. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class PeerRulesTest {
    private static final String KEYS = "aws_access_key_id = A\naws_secret_access_key = B\n";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"my p", "p\u00E9", "\"p\"", "a]b"})
    void theSdkDropsProfilesOfOtherNames(String name) {
        assertThat(sdk("[" + name + "]\n" + KEYS).profiles()).isEmpty();
    }

    @Test
    void theSdkReadsNamesOfTheCharactersThatArePermitted() {
        assertThat(sdk("[azAZ09_/.%@:+-]\n").profiles()).containsOnlyKeys("azAZ09_/.%@:+-");
    }

    @Test
    void theSdkStripsNamesAndMixesSectionsThatAreThereTwice() {
        assertThat(sdk("[ p ]\n" + KEYS + "[p]\naws_access_key_id = C\n")
                        .profile("p")
                        .orElseThrow()
                        .properties())
                .containsEntry("aws_access_key_id", "C")
                .containsEntry("aws_secret_access_key", "B");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uFEFF[p]\n", "[p]\n  x = y\n", "[p]\nx: y\n"})
    void theSdkRefusesWholeFilesForMarksIndentationAndColons(String content) {
        assertThatThrownBy(() -> sdk(content)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theSdkPrefersAProcessToKeys() throws IOException {
        Path json = Files.writeString(
                folder.resolve("p.json"), "{\"Version\":1,\"AccessKeyId\":\"PROCESS\",\"SecretAccessKey\":\"S\"}");

        assertThat(ProfileCredentialsProvider.builder()
                        .profileFile(sdk("[p]\n" + KEYS + "credential_process = cat " + json + "\n"))
                        .profileName("p")
                        .build()
                        .resolveCredentials()
                        .accessKeyId())
                .isEqualTo("PROCESS");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[p]\n[p]\n",
                "[p]\nregion = x\nregion = y\n",
                "\uFEFF[p]\n",
            })
    void botocoreRefusesWholeFilesForRepetitionsAndMarks(String content) throws Exception {
        Programs.assumeBoto3();

        assertThat(botocore(content, "c.raw_config_parse(f)")).contains("ConfigParseError");
    }

    @Test
    void botocorePrefersTheOldNameOfTheToken() throws Exception {
        Programs.assumeBoto3();

        assertThat(botocore("[p]\n" + KEYS + "aws_security_token = OLD\naws_session_token = NEW\n", """
                r.SharedCredentialProvider(f, "p").load().token"""))
                .isEqualToIgnoringNewLines("OLD");
        assertThat(botocore("", """
                r.EnvProvider({"AWS_ACCESS_KEY_ID": "A", "AWS_SECRET_ACCESS_KEY": "B", "AWS_SECURITY_TOKEN": "OLD",
                  "AWS_SESSION_TOKEN": "NEW"}).load().token""")).isEqualToIgnoringNewLines("OLD");
    }

    @Test
    void botocoreTakesTheSectionDefaultForDefaults() throws Exception {
        Programs.assumeBoto3();

        assertThat(botocore("[DEFAULT]\naws_session_token = LEAKED\n[p]\n" + KEYS, "c.raw_config_parse(f)"))
                .contains("'p': {")
                .contains("LEAKED");
    }

    private static ProfileFile sdk(String content) {
        return ProfileFile.builder()
                .type(ProfileFile.Type.CREDENTIALS)
                .content(content)
                .build();
    }

    private String botocore(String content, String expression) throws Exception {
        Path file = Files.writeString(folder.resolve("credentials"), content);
        return Programs.run(new ProcessBuilder(
                        "python3",
                        "-c",
                        "import sys, botocore.configloader as c, botocore.credentials as r; f = sys.argv[1]; print("
                                + expression + ")",
                        file.toString()))
                .out();
    }
}
