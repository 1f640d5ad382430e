// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.contract;

import io.github.dkpbootstrap.BootstrapClients;
import java.util.Set;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;

/** An AWS that the contract runs against. */
interface Peer extends AutoCloseable {
    /** What a peer is known to get wrong. */
    enum Lie {
        ALLOWS_EVERYTHING("it enforces no IAM policy: every call is allowed"),
        ASSUMES_MISSING_ROLES("it issues credentials for a role that does not exist"),
        IGNORES_STACK_TAGS("it does not pass the tags of a stack on to its role");

        private final String reason;

        Lie(String reason) {
            this.reason = reason;
        }

        String reason() {
            return reason;
        }
    }

    /** Returns clients with all permissions. */
    BootstrapClients clients();

    /** Points a client at this peer. */
    <B extends AwsClientBuilder<B, ?>> B pointed(B builder, AwsCredentialsProvider credentials);

    /** Returns what this peer gets wrong; those assertions are left out for it, and for it only. */
    Set<Lie> lies();

    @Override
    void close();
}
