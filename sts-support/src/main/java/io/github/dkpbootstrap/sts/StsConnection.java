// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sts;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.AwsRegionProvider;
import software.amazon.awssdk.services.sts.StsClient;

/** The client that a session calls STS with: closed with the session if the session made it, and never otherwise. */
final class StsConnection implements AutoCloseable {
    private static final Duration CALL_TIMEOUT = Duration.ofSeconds(30);

    private final StsClient client;
    private final Optional<Region> region;
    private final boolean owned;

    private StsConnection(StsClient client, Optional<Region> region, boolean owned) {
        this.client = client;
        this.region = region;
        this.owned = owned;
    }

    /** Returns a connection on a client that stays the caller's; {@code region} outranks the client's own. */
    static StsConnection given(StsClient client, Optional<Region> region) {
        return new StsConnection(client, region.or(() -> regionOf(client)), false);
    }

    /** Returns a connection on a client made for it. */
    static StsConnection made(Optional<Region> region, AwsRegionProvider regions, Function<Region, StsClient> clients) {
        Region chosen = region.orElseGet(regions::getRegion);
        return new StsConnection(clients.apply(chosen), Optional.of(chosen), true);
    }

    /**
     * Makes a client whose calls take 30 s at most, with all their retries. It has no credentials of its own: each call is
     * given those of its moment.
     */
    static StsClient newClient(Region region) {
        return StsClient.builder()
                .region(region)
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .overrideConfiguration(override -> override.apiCallTimeout(CALL_TIMEOUT))
                .build();
    }

    StsClient client() {
        return client;
    }

    /** Returns the Region to work in; empty where it is not known, or where only a global endpoint is. */
    Optional<Region> region() {
        return region.filter(known -> !known.isGlobalRegion());
    }

    @Override
    public void close() {
        if (owned) {
            client.close();
        }
    }

    private static Optional<Region> regionOf(StsClient client) {
        try {
            @Nullable Region region = client.serviceClientConfiguration().region();
            return Optional.ofNullable(region);
        } catch (UnsupportedOperationException e) { // what the interface does unless a client overrides it
            return Optional.empty();
        }
    }
}
