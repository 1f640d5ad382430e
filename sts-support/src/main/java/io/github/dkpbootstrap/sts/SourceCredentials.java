// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sts;

import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.IdentityProvider;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/** The credentials that are to assume the role, found anew at each refresh. */
@FunctionalInterface
interface SourceCredentials {
    /**
     * Returns the credentials of this moment; nothing where only the STS client itself can find its own. May block.
     *
     * @throws RuntimeException if there are none
     */
    Optional<AwsCredentialsIdentity> resolve();

    /** The provider of the client that was given, or else the default chain. */
    static SourceCredentials of(Optional<StsClient> given, Clock clock) {
        return given.map(SourceCredentials::of).orElseGet(() -> defaultChain(new ExportedEnd(System::getenv, clock)));
    }

    /** The SDK's default chain, made for one look: environment and profile files as they are now. */
    private static SourceCredentials defaultChain(ExportedEnd exported) {
        SourceCredentials chain = freshly(() -> DefaultCredentialsProvider.builder()
                .profileFile(InstanceMetadata::versionTwoOnly)
                .profileName(InstanceMetadata.profileName())
                .build());
        return () -> chain.resolve().map(exported::addTo);
    }

    /** A provider that is made for each look and closed after it. */
    static SourceCredentials freshly(Supplier<? extends AwsCredentialsProvider> providers) {
        return () -> {
            AwsCredentialsProvider provider = providers.get();
            try {
                return await(provider);
            } finally {
                if (provider instanceof SdkAutoCloseable closeable) {
                    closeable.close();
                }
            }
        };
    }

    /** A provider that stays its owner's: asked at each look, never closed. */
    static SourceCredentials of(IdentityProvider<? extends AwsCredentialsIdentity> provider) {
        return () -> await(provider);
    }

    /** A provider that may have nothing to give, or may not be reached: then there is nothing. */
    static SourceCredentials ifAny(AwsCredentialsProvider provider) {
        return () -> {
            try {
                return await(provider);
            } catch (AbortedException e) {
                throw e;
            } catch (SdkClientException e) {
                return Optional.empty();
            }
        };
    }

    /** The provider of a client, where the client tells it. */
    static SourceCredentials of(StsClient client) {
        return () -> provider(client).flatMap(SourceCredentials::await);
    }

    private static Optional<IdentityProvider<? extends AwsCredentialsIdentity>> provider(StsClient client) {
        try {
            return Optional.ofNullable(client.serviceClientConfiguration().credentialsProvider());
        } catch (UnsupportedOperationException e) { // what the interface does unless a client overrides it
            return Optional.empty();
        }
    }

    /** Waits for a provider. Anonymous credentials have no key: they are left to the client, whom AWS then answers. */
    private static Optional<AwsCredentialsIdentity> await(IdentityProvider<? extends AwsCredentialsIdentity> provider) {
        try {
            return Optional.<AwsCredentialsIdentity>of(Objects.requireNonNull(
                            provider.resolveIdentity().get(), "The provider gave no credentials"))
                    .filter(SourceCredentials::hasKey);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw AbortedException.create("Interrupted while waiting for the source credentials", e);
        } catch (ExecutionException e) {
            throw unchecked(e);
        }
    }

    private static boolean hasKey(AwsCredentialsIdentity identity) {
        @Nullable String key = identity.accessKeyId();
        return key != null;
    }

    private static RuntimeException unchecked(ExecutionException failure) {
        return failure.getCause() instanceof RuntimeException cause
                ? cause
                : new IllegalStateException(failure.getCause());
    }
}
