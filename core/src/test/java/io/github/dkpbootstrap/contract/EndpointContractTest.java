// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.contract;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URI;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The contract against an endpoint that runs already, named by the system property {@code dkp.contract.endpoint}. The
 * property {@code dkp.contract.lies} lists what it is known to get wrong, by the names of {@link Peer.Lie}.
 */
class EndpointContractTest extends BootstrapContract {
    @Override
    Peer start() {
        String endpoint = System.getProperty("dkp.contract.endpoint", "");
        assumeTrue(!endpoint.isEmpty(), "no endpoint is named by -Ddkp.contract.endpoint");
        return new EndpointPeer(
                URI.create(endpoint),
                System.getProperty("dkp.contract.region", "us-east-1"),
                EndpointPeer.keys(
                        System.getProperty("dkp.contract.key", "test"),
                        System.getProperty("dkp.contract.secret", "test")),
                lies());
    }

    private static Set<Peer.Lie> lies() {
        return Arrays.stream(System.getProperty("dkp.contract.lies", "").split(","))
                .filter(name -> !name.isBlank())
                .map(name -> Peer.Lie.valueOf(name.trim()))
                .collect(Collectors.toSet());
    }
}
