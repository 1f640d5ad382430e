// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sts.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dkpbootstrap.sts.ProfileRefusedException;
import io.github.dkpbootstrap.sts.UnexportableCredentialsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused, in words that help and hold no secret, with the file as it was. */
class ProfileRefusalTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "hush ",
                " hush",
                "hush hush",
                "hush\r",
                "hush\n[x]",
                "hush]",
                "hush\0",
                "h\u00E9",
                "\"hush\"",
                "[hush"
            })
    void namesThatNotAllToolsReadAreRefusedAndNotRepeated(String name) {
        SharedCredentialsFile file = SharedCredentialsFile.of(folder.resolve("credentials"));

        assertThatThrownBy(() -> file.write(name, Samples.KEYS))
                .isInstanceOf(ProfileRefusedException.class)
                .hasMessageContaining("letters, digits")
                .hasMessageNotContaining("hush");
        assertThatThrownBy(() -> file.remove(name)).isInstanceOf(ProfileRefusedException.class);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void pythonsDefaultsAreNoProfile() {
        assertThatThrownBy(() ->
                        SharedCredentialsFile.of(folder.resolve("credentials")).write("DEFAULT", Samples.KEYS))
                .isInstanceOf(ProfileRefusedException.class)
                .hasMessageContaining("small letters");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "role_arn",
                "credential_source",
                "credential_process",
                "web_identity_token_file",
                "sso_session",
                "sso_account_id",
                "SSO_Start_URL",
                "login_session"
            })
    void aProfileWithAnotherSourceIsRefused(String key) throws IOException {
        assertThatThrownBy(() -> write("[x]\noutput=json\n[dkp]\n" + key + " = hush\n"))
                .isInstanceOf(ProfileRefusedException.class)
                .hasMessageContaining("credentials")
                .hasMessageContaining("'" + key.toLowerCase(Locale.ROOT) + "'")
                .hasMessageContaining("'dkp'")
                .hasMessageNotContaining("hush");
        assertThatThrownBy(() -> write("[DEFAULT]\n" + key + " = hush\n"))
                .isInstanceOf(ProfileRefusedException.class)
                .hasMessageContaining("[DEFAULT]");
        write("[x]\n" + key + " = hush\n[dkp]\ns3 =\n  " + key + " = hush\n");
    }

    @Test
    void keysThatPythonAddsToEachProfileAreRefused() {
        assertThatThrownBy(() -> write("[x]\n[DEFAULT]\naws_session_token = hush\n"))
                .isInstanceOf(ProfileRefusedException.class)
                .hasMessageContaining("[DEFAULT] at line 2")
                .hasMessageNotContaining("hush");
    }

    @Test
    void aProfileThatBeginsTwiceIsRefused() {
        assertThatThrownBy(() -> write("[dkp]\n[x]\n[dkp]\naws_access_key_id = hush\n"))
                .isInstanceOf(ProfileRefusedException.class)
                .hasMessageContaining("lines 1 and 3")
                .hasMessageNotContaining("hush");
        assertThatThrownBy(() -> write("[dkp]\n[ dkp ]\n")).hasMessageContaining("lines 1 and 2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[ dkp ]\n", "[dkp] # [old]\n"})
    void aNameThatToolsReadInTwoWaysIsRefused(String header) {
        assertThatThrownBy(() -> write(header))
                .isInstanceOf(ProfileRefusedException.class)
                .hasMessageContaining("line 1")
                .hasMessageContaining("Write it [dkp]");
    }

    @Test
    void anIndentedHeaderIsRefused() {
        assertThatThrownBy(() -> write("[x]\n\t[dkp]\naws_access_key_id = old\n"))
                .isInstanceOf(ProfileRefusedException.class)
                .hasMessageContaining("line 2 begins the profile 'dkp' with white space before it");
    }

    @Test
    void aByteOrderMarkIsRefused() {
        assertThatThrownBy(() -> write("\uFEFF[x]\n"))
                .isInstanceOf(ProfileRefusedException.class)
                .hasMessageContaining("byte order mark");
    }

    /** The SDK for Java would take the comment for a part of a key. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "[dkp]\naws_secret_access_key = old\n  # hush\n",
                "[dkp]\noutput = json\nregion = x\n\n\t; hush\n"
            })
    void anIndentedCommentBehindAKeyOfOursIsRefused(String old) throws IOException {
        assertThatThrownBy(() -> write(old))
                .isInstanceOf(ProfileRefusedException.class)
                .hasMessageContaining("is an indented comment")
                .hasMessageNotContaining("hush");
    }

    /** Behind a key, an indented header is a part of the key's value. */
    @Test
    void anIndentedHeaderDoesNotBecomeAPartOfAKey() throws IOException {
        assertThatThrownBy(() -> write("[dkp]\n\n  [hush]\naws_access_key_id = theirs\n"))
                .isInstanceOf(ProfileRefusedException.class)
                .hasMessageContaining("line 3 is indented")
                .hasMessageNotContaining("hush");
        String old = "[a]\nx = 1\n[dkp]\n    aws_access_key_id = old\n  [b]\nx = 2\n";
        Path file = Files.writeString(folder.resolve("credentials"), old);
        assertThatThrownBy(() -> SharedCredentialsFile.of(file).remove("dkp"))
                .isInstanceOf(ProfileRefusedException.class)
                .hasMessageContaining("line 5 is indented");
        assertThat(file).hasContent(old);
    }

    @Test
    void anIndentedCommentIsNotLeftBehindForTheValueBeforeIt() throws IOException {
        String old = "[dkp]\noutput = json\naws_session_token = old\n  # hush\n";
        Path file = Files.writeString(folder.resolve("credentials"), old);

        assertThatThrownBy(() -> SharedCredentialsFile.of(file).remove("dkp"))
                .isInstanceOf(ProfileRefusedException.class)
                .hasMessageContaining("line 4");
        assertThat(file).hasContent(old);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hush ", "hush #x", "#hush", "hush;", "\"hush\"", "hush\\", "[hush]", "h\u00E9"})
    void valuesThatReadersTakeInDifferentWaysAreRefused(String value) {
        assertThatThrownBy(() -> SharedCredentialsFile.of(folder.resolve("credentials"))
                        .write(
                                "dkp",
                                Samples.KEYS.toBuilder().sessionToken(value).build()))
                .isInstanceOf(UnexportableCredentialsException.class)
                .hasMessageContaining("aws_session_token")
                .hasMessageNotContaining("hush");
        assertThat(folder).isEmptyDirectory();
    }

    private void write(String old) throws IOException {
        Path file = Files.writeString(folder.resolve("credentials"), old);
        try {
            SharedCredentialsFile.of(file).write("dkp", Samples.KEYS);
        } catch (ProfileRefusedException e) {
            assertThat(Files.readString(file)).isEqualTo(old);
            throw e;
        }
    }
}
