// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sts.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dkpbootstrap.sts.IssuedCredentials;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What changes in the file, and what stays. */
class ProfileWritingTest {
    @TempDir
    Path folder;

    @Test
    void aNewFileHoldsTheProfileAlone() throws IOException {
        SharedCredentialsFile.of(folder.resolve("credentials")).write("dkp", Samples.SESSION);

        assertThat(folder.resolve("credentials")).hasContent("""
                        [dkp]
                        aws_access_key_id = ASIANEW
                        aws_secret_access_key = new/+=
                        aws_session_token = token==
                        aws_account_id = 123456789012
                        region = us-west-2
                        """);
    }

    @Test
    void onlyTheKeysOfTheSectionChange() throws IOException {
        assertThat(written("dkp", Samples.KEYS, """
                        # top
                        [other]
                        aws_access_key_id = AKIAOTHER

                        [dkp]  ; mine
                        ; about the id
                          # and more
                        AWS_ACCESS_KEY_ID=old
                        output = json
                        aws_secret_access_key  =\told
                        s3 =
                          aws_access_key_id = nested
                          region = nested

                        aws_session_token = old
                        # kept
                        aws_security_token = old
                        region = eu-west-1
                        aws_account_id = 1

                        [profile dkp]
                        aws_access_key_id = other
                        """)).isEqualTo("""
                        # top
                        [other]
                        aws_access_key_id = AKIAOTHER

                        [dkp]  ; mine
                        ; about the id
                          # and more
                        aws_access_key_id=AKIANEW
                        output = json
                        aws_secret_access_key  =\tnew/+=
                        s3 =
                          aws_access_key_id = nested
                          region = nested

                        # kept
                        region = eu-west-1

                        [profile dkp]
                        aws_access_key_id = other
                        """);
    }

    @Test
    void whatIsNewStandsAfterTheLastProperty() throws IOException {
        assertThat(written("a", Samples.SESSION, """
                        [a]
                        # why
                        aws_access_key_id = old

                        # about b
                        [b]
                        output = json
                        """)).isEqualTo("""
                        [a]
                        # why
                        aws_access_key_id = ASIANEW
                        aws_secret_access_key = new/+=
                        aws_session_token = token==
                        aws_account_id = 123456789012
                        region = us-west-2

                        # about b
                        [b]
                        output = json
                        """);
    }

    /** The SDK for Java takes an indented comment for more of the value before it. */
    @Test
    void whatIsNewStandsAfterIndentedCommentsOfOtherKeys() throws IOException {
        String old = "[a]\noutput = json\n\n  # why\n";

        assertThat(written("a", Samples.KEYS, old))
                .isEqualTo(old + "aws_access_key_id = AKIANEW\naws_secret_access_key = new/+=\n");
    }

    @Test
    void anIndentedSectionStaysIndented() throws IOException {
        assertThat(written("a", Samples.KEYS, "[a]\n  aws_access_key_id: old\n  output = json\n"))
                .isEqualTo("[a]\n  aws_access_key_id = AKIANEW\n  output = json\n  aws_secret_access_key = new/+=\n");
    }

    @Test
    void theLinesOfAnOldValueGoWithIt() throws IOException {
        assertThat(written(
                        "a", Samples.KEYS, "[a]\naws_access_key_id =\n  old\n\n  older\naws_secret_access_key=old\n"))
                .isEqualTo("[a]\naws_access_key_id =AKIANEW\n\naws_secret_access_key=new/+=\n");
    }

    @Test
    void aKeyThatIsThereTwiceIsThereOnce() throws IOException {
        assertThat(written(
                        "a",
                        Samples.KEYS,
                        "[a]\naws_access_key_id = 1\naws_secret_access_key = 2\naws_access_key_id = 3\n"))
                .isEqualTo("[a]\naws_access_key_id = AKIANEW\naws_secret_access_key = new/+=\n");
    }

    @Test
    void aProfileNamedAsAKeyIsNotTakenForOne() throws IOException {
        assertThat(written("region", Samples.KEYS, "[region]\noutput = json\n"))
                .isEqualTo("[region]\noutput = json\naws_access_key_id = AKIANEW\naws_secret_access_key = new/+=\n");
    }

    @Test
    void windowsLineEndingsStay() throws IOException {
        assertThat(written("a", Samples.KEYS, "[a]\r\naws_access_key_id = old\r\n[b]\r\n"))
                .isEqualTo("[a]\r\naws_access_key_id = AKIANEW\r\naws_secret_access_key = new/+=\r\n[b]\r\n");
        assertThat(written("c", Samples.KEYS, "[b]\r\n"))
                .isEqualTo("[b]\r\n\r\n[c]\r\naws_access_key_id = AKIANEW\r\naws_secret_access_key = new/+=\r\n");
    }

    @Test
    void aMissingLastLineEndingStaysMissing() throws IOException {
        assertThat(written("a", Samples.KEYS, "[a]\naws_access_key_id = old"))
                .isEqualTo("[a]\naws_access_key_id = AKIANEW\naws_secret_access_key = new/+=");
        assertThat(written("b", Samples.KEYS, "[a]\noutput = json")).startsWith("[a]\noutput = json\n\n[b]\n");
    }

    @Test
    void bytesOfAnyEncodingStay() throws IOException {
        byte[] start = {'#', (byte) 0xFF, (byte) 0x80, 0, (byte) 0x85, (byte) 0xA0, '\n'};
        Path file = Files.write(folder.resolve("bytes"), start);

        SharedCredentialsFile.of(file).write("a", Samples.KEYS);

        assertThat(Files.readAllBytes(file)).startsWith(start);
        assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                .endsWith("\n\n[a]\naws_access_key_id = AKIANEW\naws_secret_access_key = new/+=\n");
    }

    @Test
    void writingAgainChangesNothing() throws IOException {
        String once = written("a", Samples.SESSION, "# x\n[b]\noutput=json");

        assertThat(written("a", Samples.SESSION, once)).isEqualTo(once);
    }

    @Test
    void removingWhatWasAddedGivesTheOldFile() throws IOException {
        for (String old : new String[] {"# x\n[b]\noutput=json\n", "[b]\r\noutput=json\r\n", ""}) {
            Path file = Files.writeString(folder.resolve("there-and-back"), old);
            SharedCredentialsFile.of(file).write("a", Samples.SESSION);
            SharedCredentialsFile.of(file).remove("a");
            assertThat(file).hasContent(old);
        }
    }

    @Test
    void removingTakesTheSectionOnlyIfNothingElseIsInIt() throws IOException {
        assertThat(removed("a", "[a]\naws_access_key_id = 1\nregion = x\n\n[b]\nx = y\n"))
                .isEqualTo("[b]\nx = y\n");
        assertThat(removed("a", "[a]\n# why\naws_access_key_id = 1\n  more\nregion = x\n\n[b]\n"))
                .isEqualTo("[a]\n# why\nregion = x\n\n[b]\n");
        assertThat(removed("a", "[a]\nrole_arn = r\naws_session_token = 1\n")).isEqualTo("[a]\nrole_arn = r\n");
        assertThat(removed("c", "[a]\nrole_arn = r\n")).isEqualTo("[a]\nrole_arn = r\n");
    }

    @Test
    void removingLeavesAProfileWithoutCredentialsAsItIs() throws IOException {
        for (String old : new String[] {"[a]\nregion = x\n", "[b]\nx = y\n\n[a]\n", "[a]\n  # why\nregion = x\n"}) {
            assertThat(removed("a", old)).isEqualTo(old);
        }
    }

    @Test
    void removingFromNoFileMakesNone() {
        SharedCredentialsFile.of(folder.resolve("none/credentials")).remove("a");

        assertThat(folder).isEmptyDirectory();
    }

    private String written(String profile, IssuedCredentials issued, String old) throws IOException {
        Path file = Files.writeString(folder.resolve("credentials"), old);
        SharedCredentialsFile.of(file).write(profile, issued);
        return Files.readString(file);
    }

    private String removed(String profile, String old) throws IOException {
        Path file = Files.writeString(folder.resolve("credentials"), old);
        SharedCredentialsFile.of(file).remove(profile);
        return Files.readString(file);
    }
}
