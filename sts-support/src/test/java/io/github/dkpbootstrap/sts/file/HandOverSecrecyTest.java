// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sts.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dkpbootstrap.sts.EncodedProfile;
import io.github.dkpbootstrap.sts.IssuedCredentials;
import io.github.dkpbootstrap.sts.Shell;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.regions.Region;

/** Each secret contains one mark, as do the secrets in the files that are there already; it may show nowhere. */
class HandOverSecrecyTest {
    private static final String MARK = "hush";
    private final IssuedCredentials issued = IssuedCredentials.builder()
            .accessKeyId("ASIAIOSFODNN7EXAMPLE")
            .secretAccessKey(MARK + "-secret")
            .sessionToken(MARK + "-token")
            .expiration(Instant.now().plus(Duration.ofHours(1)))
            .region(Region.US_WEST_2)
            .build();

    private final List<String> seen = new ArrayList<>();

    @TempDir
    Path folder;

    @Test
    void nothingSecretIsPrintedOrThrown() throws IOException {
        EncodedProfile encoded = EncodedProfile.of(issued);
        seen.add(encoded.toString());
        seen.addAll(encoded.maskedExportLines(Shell.CMD));
        seen.add(issued.toString());
        seeFailure(() -> EncodedProfile.of(issued, Duration.ofHours(2), Clock.systemUTC()));
        IssuedCredentials hostile =
                issued.toBuilder().secretAccessKey(MARK + " % \"").build();
        seeFailure(() -> hostile.exportLines(Shell.CMD));
        seeFailure(hostile::toProfileProperties);
        seeFailure(() -> EncodedProfile.of(hostile));

        String old = "[a]\naws_secret_access_key = " + MARK + "\n[b]\nrole_arn = " + MARK + "\n[c]\n[c]\n[ d ]\nx="
                + MARK + "\n";
        Path path = Files.writeString(folder.resolve("credentials"), old);
        SharedCredentialsFile file = SharedCredentialsFile.of(path);
        seen.add(file.toString());
        seen.add(new CredentialsText(path, old.getBytes(StandardCharsets.UTF_8)).toString());
        seen.add(IniReader.read(old).toString());
        for (String profile : List.of("b", "c", "d", MARK + "\n")) {
            seeFailure(() -> file.write(profile, issued));
        }
        seeFailure(() -> SharedCredentialsFile.of(folder).write("a", issued));
        seeFailure(() -> SharedCredentialsFile.of(path.resolve("below")).write("a", issued));
        assertThat(seen).hasSizeGreaterThan(13).noneMatch(text -> text.contains(MARK));
    }

    private void seeFailure(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException e) {
            StringWriter trace = new StringWriter();
            e.printStackTrace(new PrintWriter(trace));
            seen.add(trace.toString());
            return;
        }
        throw new AssertionError("did not fail");
    }
}
