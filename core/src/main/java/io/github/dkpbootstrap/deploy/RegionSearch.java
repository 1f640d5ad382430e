// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.deploy;

import io.github.dkpbootstrap.BootstrapClients;
import io.github.dkpbootstrap.RegionalClients;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;

/**
 * Looks in the other Regions of the partition for the stack that owns a resource of IAM, which is global. Immutable and
 * thread-safe; calls block, for a moment in each Region.
 */
public final class RegionSearch {
    /**
     * A stack and where it is.
     *
     * @param stackName the name of the stack
     * @param region its Region
     */
    public record Owner(String stackName, Region region) {}

    private static final Logger LOG = LoggerFactory.getLogger(RegionSearch.class);

    /** Nobody should wait long for the answer: where it is missing, a warning says so. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final BootstrapClients clients;

    private RegionSearch(BootstrapClients clients) {
        this.clients = clients;
    }

    /** Returns a search with the clients of other Regions, if there are any. */
    public static RegionSearch of(BootstrapClients clients) {
        return new RegionSearch(clients);
    }

    /**
     * Returns the owner; nothing where there is none, or where it is in a Region that may not be asked, of which a warning
     * tells.
     *
     * @param type the type of the resource, for a name may be that of several
     */
    public Optional<Owner> ownerOf(String physicalId, String type) {
        if (clients.otherRegions().isEmpty()) {
            LOG.warn(
                    "Whether a stack in another Region owns {} is not known: the clients have no otherRegions",
                    physicalId);
            return Optional.empty();
        }
        return ownerOf(physicalId, type, clients.otherRegions().get());
    }

    private Optional<Owner> ownerOf(String physicalId, String type, RegionalClients others) {
        Instant end = clients.clock().instant().plus(PATIENCE);
        List<Region> notAsked = new ArrayList<>();
        for (Region region : regions()) {
            if (clients.clock().instant().isAfter(end)) {
                notAsked.add(region);
                continue;
            }
            try {
                Optional<String> stack = reader(others, region).ownerOf(physicalId, type);
                if (stack.isPresent()) {
                    return stack.map(name -> new Owner(name, region));
                }
            } catch (SdkException e) {
                LOG.debug("The Region {} could not be asked who owns {}", region, physicalId, e);
                if (!Denials.isRejected(e)) {
                    notAsked.add(region);
                }
            }
        }
        if (!notAsked.isEmpty()) {
            LOG.warn(
                    "Not every Region was asked who owns {}, for that was refused or took too long: {}",
                    physicalId,
                    notAsked);
        }
        return Optional.empty();
    }

    private StackReader reader(RegionalClients others, Region region) {
        BootstrapClients there = BootstrapClients.builder()
                .from(clients)
                .cloudFormation(others.in(region))
                .build();
        return StackReader.of(there, "the names of its resources").once();
    }

    /** A Region that is not enabled takes no credentials, and says so at once; no stack is there. */
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
