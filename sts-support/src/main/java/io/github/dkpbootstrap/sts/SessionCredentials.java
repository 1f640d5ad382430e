// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sts;

import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.ResolveIdentityRequest;

/**
 * A session as SDK clients see it. Not closeable, and must not become so: an SDK client closes the provider that it was
 * given, and with it would take the session from every other client.
 */
final class SessionCredentials implements AwsCredentialsProvider {
    private final CredentialRefresh refresh;
    private final String session;

    SessionCredentials(CredentialRefresh refresh, String session) {
        this.refresh = refresh;
        this.session = session;
    }

    @Override
    public AwsCredentials resolveCredentials() {
        return refresh.awaitLease().identity();
    }

    @Override
    public CompletableFuture<AwsCredentialsIdentity> resolveIdentity(ResolveIdentityRequest request) {
        try {
            Lease fresh = refresh.fresh();
            return fresh == null
                    ? refresh.lease().thenApply(Lease::identity)
                    : CompletableFuture.completedFuture(fresh.identity());
        } catch (Throwable e) { // such as no thread to be had
            return CompletableFuture.failedFuture(e);
        }
    }

    @Override
    public String toString() {
        return "Credentials of " + session;
    }
}
