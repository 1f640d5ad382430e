// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.contract;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.EnumSet;
import org.junit.jupiter.api.Assumptions;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.ContainerFetchException;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;

/** The contract against LocalStack, where Docker runs and the image can be had. */
class LocalStackContractTest extends BootstrapContract {
    /** The last image that needs no token; another is named by the system property {@code dkp.localstack.image}. */
    private static final String IMAGE = System.getProperty("dkp.localstack.image", "localstack/localstack:4.14.0");

    @Override
    Peer start() {
        assumeTrue(dockerRuns(), "LocalStack needs Docker, and no Docker engine runs here");
        LocalStackContainer localStack = new LocalStackContainer(
                        DockerImageName.parse(IMAGE).asCompatibleSubstituteFor("localstack/localstack"))
                .withServices("cloudformation", "iam", "sts");
        try {
            localStack.start();
        } catch (ContainerFetchException e) {
            Assumptions.abort("the image " + IMAGE + " cannot be had: " + e.getMessage());
        }
        return new LocalStackPeer(localStack);
    }

    private static boolean dockerRuns() {
        try {
            return DockerClientFactory.instance().isDockerAvailable();
        } catch (RuntimeException e) {
            return false;
        }
    }

    private static final class LocalStackPeer extends EndpointPeer {
        private final LocalStackContainer localStack;

        LocalStackPeer(LocalStackContainer localStack) {
            super(
                    localStack.getEndpoint(),
                    localStack.getRegion(),
                    keys(localStack.getAccessKey(), localStack.getSecretKey()),
                    EnumSet.of(Lie.ALLOWS_EVERYTHING, Lie.ASSUMES_MISSING_ROLES, Lie.IGNORES_STACK_TAGS));
            this.localStack = localStack;
        }

        @Override
        public void close() {
            super.close();
            localStack.stop();
        }
    }
}
