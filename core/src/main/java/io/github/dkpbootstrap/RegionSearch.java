// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap;

import io.github.dkpbootstrap.deploy.StackReader;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;

/** Looks in the other Regions of the partition for the stack that owns a resource of IAM, which is global. */
final class RegionSearch {
    /** A stack and where it is. */
    record Owner(String stackName, Region region) {}

    private static final Logger LOG = LoggerFactory.getLogger(RegionSearch.class);

    /** The name is taken whoever has it: nobody should wait long for the answer to who. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final RegionalClients others;
    private final BootstrapClients clients;

    RegionSearch(RegionalClients others, BootstrapClients clients) {
        this.others = others;
        this.clients = clients;
    }

    /** Returns the owner; nothing where there is none, or where it is in a Region that may not be asked. */
    Optional<Owner> ownerOf(String physicalId) {
        Instant end = clients.clock().instant().plus(PATIENCE);
        for (Region region : regions()) {
            if (clients.clock().instant().isAfter(end)) {
                LOG.warn("Not every Region was asked who owns {}: that takes too long", physicalId);
                return Optional.empty();
            }
            BootstrapClients there = BootstrapClients.builder()
                    .from(clients)
                    .cloudFormation(others.in(region))
                    .build();
            try {
                Optional<String> stack =
                        StackReader.of(there, physicalId).once().ownerOf(physicalId);
                if (stack.isPresent()) {
                    return stack.map(name -> new Owner(name, region));
                }
            } catch (SdkException e) {
                LOG.debug("The Region {} could not be asked who owns {}", region, physicalId, e);
            }
        }
        return Optional.empty();
    }

    /** A Region that is not enabled answers at once with an error. */
    private List<Region> regions() {
        Region home = clients.cloudFormation().serviceClientConfiguration().region();
        return CloudFormationClient.serviceMetadata().regions().stream()
                .filter(region -> !region.isGlobalRegion() && !region.equals(home))
                .filter(region -> home.metadata() == null
                        || (region.metadata() != null
                                && region.metadata()
                                        .partition()
                                        .id()
                                        .equals(home.metadata().partition().id())))
                .toList();
    }
}
