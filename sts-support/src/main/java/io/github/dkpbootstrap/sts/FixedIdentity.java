// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sts;

import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.IdentityProvider;
import software.amazon.awssdk.identity.spi.ResolveIdentityRequest;

/** One set of credentials for one call, in the place of the client's own; shows its access key id at most. */
final class FixedIdentity implements IdentityProvider<AwsCredentialsIdentity> {
    private final AwsCredentialsIdentity identity;

    FixedIdentity(AwsCredentialsIdentity identity) {
        this.identity = identity;
    }

    @Override
    public Class<AwsCredentialsIdentity> identityType() {
        return AwsCredentialsIdentity.class;
    }

    @Override
    public CompletableFuture<AwsCredentialsIdentity> resolveIdentity(ResolveIdentityRequest request) {
        return CompletableFuture.completedFuture(identity);
    }

    @Override
    public String toString() {
        return "FixedIdentity(" + identity.accessKeyId() + ")";
    }
}
