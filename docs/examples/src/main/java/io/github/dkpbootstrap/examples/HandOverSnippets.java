// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.examples;

import io.github.dkpbootstrap.sts.DkpSession;
import io.github.dkpbootstrap.sts.EncodedProfile;
import io.github.dkpbootstrap.sts.IssuedCredentials;
import io.github.dkpbootstrap.sts.Shell;
import io.github.dkpbootstrap.sts.file.SharedCredentialsFile;
import java.io.IOException;
import java.time.Duration;
import software.amazon.awssdk.regions.Region;

/** The code that the guide to handing credentials over quotes; a test holds the two together. */
final class HandOverSnippets {
    private HandOverSnippets() {}

    static void longLivedKeys(String secretAccessKey) {
        IssuedCredentials keys = IssuedCredentials.builder()
                .accessKeyId("AKIAIOSFODNN7EXAMPLE")
                .secretAccessKey(secretAccessKey)
                .region(Region.US_WEST_2)
                .build();
        keys.exportLines(Shell.POSIX).forEach(System.out::println);
    }

    static void process(DkpSession session) throws IOException {
        ProcessBuilder dkp =
                new ProcessBuilder("dkp", "create", "cluster", "aws", "--cluster-name", "demo").inheritIO();
        session.issued().exportTo(dkp);
        dkp.start();
    }

    static void credentialProcess(DkpSession session) {
        System.out.println(session.issued().toCredentialProcessJson());
    }

    static void profile(DkpSession session) {
        SharedCredentialsFile file =
                SharedCredentialsFile.atDefaultPath(); // AWS_SHARED_CREDENTIALS_FILE, or ~/.aws/credentials
        file.write("dkp", session.issued());
    }

    static void cluster(DkpSession session) {
        EncodedProfile encoded = EncodedProfile.of(session.issued(), Duration.ofMinutes(45));
        encoded.exportLines(Shell.POSIX).forEach(System.out::println);
        encoded.expiration().ifPresent(end -> System.err.println("good until " + end));
    }
}
