// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap;

import io.github.dkpbootstrap.sts.EncodedProfile;
import io.github.dkpbootstrap.sts.IssuedCredentials;
import io.github.dkpbootstrap.sts.Shell;
import io.github.dkpbootstrap.sts.file.SharedCredentialsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.regions.Region;

/** Hands credentials over in each way, into a home directory of its own, and sees what is refused. */
final class HandOverDrive {
    static final String OLD = "hush-old-key";

    private final Evidence evidence;
    private final Path home;
    private final IssuedCredentials issued;
    private final Clock clock;

    HandOverDrive(Evidence evidence, Path home, IssuedCredentials found) {
        this.evidence = evidence;
        this.home = home;
        this.issued = found.toBuilder().region(Region.US_WEST_2).build();
        this.clock = Clock.fixed(found.expiration().orElseThrow().minusSeconds(1800), ZoneOffset.UTC);
    }

    /** Returns the files that are meant to hold secrets. */
    Set<Path> run() throws IOException {
        evidence.see(issued, issued.toBuilder());
        for (Shell shell : Shell.values()) {
            evidence.see(shell, issued.maskedExportLines(shell));
        }
        issued.exportTo(new HashMap<>());
        issued.exportTo(new ProcessBuilder("true"));
        EncodedProfile encoded = EncodedProfile.of(issued, Duration.ofMinutes(1), clock);
        evidence.see(encoded, encoded.maskedExportLines(Shell.POSIX));
        encoded.exportTo(new HashMap<>());
        evidence.see(
                issued.toCredentialProcessJson().length(),
                issued.toProfileProperties().size());
        refusals();
        return files();
    }

    private void refusals() {
        String secret = issued.secretAccessKey();
        evidence.fails(() -> EncodedProfile.of(issued, Duration.ofHours(2), clock));
        evidence.fails(() -> issued.toBuilder().secretAccessKey(secret + "\n").build());
        evidence.fails(() -> issued.toBuilder().sessionToken(secret + "\0").build());
        evidence.fails(() -> IssuedCredentials.builder().secretAccessKey(secret).build());
        evidence.fails(() ->
                IssuedCredentials.from(AnonymousCredentialsProvider.create().resolveCredentials()));
        IssuedCredentials odd =
                issued.toBuilder().secretAccessKey(secret + " %\"#").build();
        evidence.see(odd);
        evidence.fails(() -> odd.exportLines(Shell.CMD));
        evidence.fails(odd::toProfileProperties);
        evidence.fails(() -> EncodedProfile.of(odd, Duration.ofMinutes(1), clock));
        IssuedCredentials nowhere = issued.toBuilder().region(Optional.empty()).build();
        evidence.fails(() -> EncodedProfile.of(nowhere, Duration.ofMinutes(1), clock));
    }

    private Set<Path> files() throws IOException {
        Path old = home.resolve("old");
        Files.writeString(
                old, "[a]\naws_secret_access_key = " + OLD + "\n[b]\nrole_arn = " + OLD + "\n[c]\n[c]\n[ d ]\nx=1\n");
        Files.setPosixFilePermissions(old, PosixFilePermissions.fromString("rw-rw-rw-"));
        SharedCredentialsFile file = SharedCredentialsFile.of(old);
        evidence.see(file);
        for (String profile : List.of("b", "c", "d", OLD + "\n")) {
            evidence.fails(() -> file.write(profile, issued));
        }
        evidence.fails(() -> SharedCredentialsFile.of(home).write("a", issued));
        evidence.fails(() -> SharedCredentialsFile.of(old.resolve("below")).write("a", issued));
        file.write("a", issued);
        file.write("e", issued);
        file.remove("e");
        SharedCredentialsFile standard = SharedCredentialsFile.atDefaultPath();
        standard.write("default", issued);
        evidence.see(standard);
        return Set.of(old, standard.path());
    }
}
