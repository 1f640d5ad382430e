// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.examples;

import io.github.dkpbootstrap.DkpDeployment;
import io.github.dkpbootstrap.sts.DkpSession;
import java.time.Duration;
import java.util.Objects;
import software.amazon.awssdk.services.iam.IamClient;

/** The code that the guide to sessions quotes. */
final class SessionSnippets {
    private SessionSnippets() {}

    static void settings() {
        try (DkpSession session = DkpSession.open(s -> s.roleArn("arn:aws:iam::123456789012:role/dkp-bootstrapper-role")
                .mfa("arn:aws:iam::123456789012:mfa/alice", () -> askForCode())
                .sourceIdentity("alice")
                .transitiveTag("cost-centre", "4711")
                .denialBudget(Duration.ofMinutes(1)))) {
            System.out.println(session.issued());
        }
    }

    static void onHost(DkpDeployment dkp) {
        try (DkpSession session =
                        dkp.openSession(s -> s.sessionName("create-cluster").preferInstanceProfile());
                IamClient iam = IamClient.builder()
                        .credentialsProvider(session.credentials())
                        .build()) {
            iam.createServiceLinkedRole(r -> r.awsServiceName("spot.amazonaws.com"));
        }
    }

    private static String askForCode() {
        return new String(
                Objects.requireNonNull(System.console(), "no terminal").readPassword("MFA code: "));
    }
}
