// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit;

import io.github.dkpbootstrap.testkit.internal.http.Desk;
import io.github.dkpbootstrap.testkit.internal.http.Reception;
import io.github.dkpbootstrap.testkit.internal.imds.Ec2Hosts;
import io.github.dkpbootstrap.testkit.internal.imds.Instance;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The instances of a local AWS, and the servers of their metadata services. Thread-safe. */
final class Hosts {
    private final Ec2Hosts ec2;
    private final Desk door;
    private final Switchboard switchboard;
    private final Settings settings;
    private final List<LazyEndpoint> endpoints = new ArrayList<>();

    Hosts(Ec2Hosts ec2, Desk door, Switchboard switchboard, Settings settings) {
        this.ec2 = ec2;
        this.door = door;
        this.switchboard = switchboard;
        this.settings = settings;
    }

    LocalInstance start(Optional<String> profileName) {
        return door.exclusively(() -> {
            Instance instance = ec2.launch(settings.region);
            profileName.ifPresent(name -> attach(instance, name));
            Desk service = ec2.metadataService(instance, door);
            LazyEndpoint endpoint = new LazyEndpoint(new Reception(service, switchboard, settings.time::pass)::handle);
            endpoints.add(endpoint);
            return new LocalInstance(this, instance, endpoint);
        });
    }

    void attach(Instance instance, String profileName) {
        door.exclusively(() -> ec2.attach(instance, profileName)
                .orElseThrow(() -> new IllegalArgumentException("There is no instance profile '" + profileName + "'")));
    }

    void detach(Instance instance) {
        door.exclusively(() -> {
            instance.detach();
            return instance;
        });
    }

    Optional<String> profile(Instance instance) {
        return door.exclusively(instance::profileName);
    }

    void close() {
        List<LazyEndpoint> open = door.exclusively(() -> List.copyOf(endpoints));
        open.forEach(LazyEndpoint::close);
    }
}
