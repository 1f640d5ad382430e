// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit;

import io.github.dkpbootstrap.testkit.internal.imds.Instance;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Optional;

/**
 * An EC2 instance of a {@link LocalAws}, as far as its metadata service goes, of which only version 2 is there. It gives the
 * program on the instance the credentials of the role in its instance profile.
 *
 * <pre>{@code
 * LocalInstance host = aws.startInstance("DKPBootstrapInstanceProfile");
 * InstanceProfileCredentialsProvider provider = InstanceProfileCredentialsProvider.builder()
 *         .endpoint(host.metadataEndpoint().toString())
 *         .build();
 * }</pre>
 *
 * <p>Thread-safe. It ends with its local AWS.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/iam-roles-for-amazon-ec2.html">IAM roles for EC2</a>
 */
public final class LocalInstance {
    private final Hosts hosts;
    private final Instance instance;
    private final LazyEndpoint endpoint;

    LocalInstance(Hosts hosts, Instance instance, LazyEndpoint endpoint) {
        this.hosts = hosts;
        this.instance = instance;
        this.endpoint = endpoint;
    }

    /** Returns the instance id, which is the name of the sessions that it gets. */
    public String id() {
        return instance.id();
    }

    /**
     * Returns where the metadata service is: {@code http://127.0.0.1:port}, a port of its own for each instance. It is what
     * {@code AWS_EC2_METADATA_SERVICE_ENDPOINT} takes. The server starts when it is first asked for.
     *
     * @throws UncheckedIOException if no port on the loopback interface can be had
     * @throws IllegalStateException if the local AWS was closed before
     */
    public URI metadataEndpoint() {
        return endpoint.uri();
    }

    /** Returns the name of the instance profile on it, also while the metadata service has not heard of it. */
    public Optional<String> profile() {
        return hosts.profile(instance);
    }

    /**
     * Puts an instance profile on it, in place of the one that is there. The metadata service knows of it after the
     * propagation delay of the local AWS, and says 404 until then.
     *
     * @throws IllegalArgumentException if there is no such profile
     */
    public void attachProfile(String profileName) {
        hosts.attach(instance, profileName);
    }

    /** Takes the instance profile from it, at once. Credentials that were given out count until they expire. */
    public void detachProfile() {
        hosts.detach(instance);
    }

    @Override
    public String toString() {
        return "LocalInstance{" + id() + "}";
    }
}
