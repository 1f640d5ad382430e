// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.imds;

import io.github.dkpbootstrap.testkit.internal.Timeline;
import io.github.dkpbootstrap.testkit.internal.access.Gate;
import io.github.dkpbootstrap.testkit.internal.http.Desk;
import io.github.dkpbootstrap.testkit.internal.iam.IamStore;
import io.github.dkpbootstrap.testkit.internal.iam.InstanceProfile;
import io.github.dkpbootstrap.testkit.internal.sigv4.KeyRing;
import java.time.Duration;
import java.util.Optional;

/** Launches instances and puts profiles on them. Used only under the lock of the local AWS. */
public final class Ec2Hosts {
    private final IamStore store;
    private final KeyRing keys;
    private final Gate gate;
    private final Timeline timeline;
    private final Duration propagationDelay;

    /** Creates hosts whose metadata services hear of a new profile after {@code propagationDelay}. */
    public Ec2Hosts(IamStore store, KeyRing keys, Gate gate, Timeline timeline, Duration propagationDelay) {
        this.store = store;
        this.keys = keys;
        this.gate = gate;
        this.timeline = timeline;
        this.propagationDelay = propagationDelay;
    }

    /** Launches an instance without a profile. */
    public Instance launch(String region) {
        return new Instance(region, timeline.now());
    }

    /** Returns the metadata service of an instance. */
    public Desk metadataService(Instance instance, Desk localAws) {
        return new MetadataService(timeline, localAws, new MetadataTree(instance, store, gate, keys));
    }

    /** Puts a profile on an instance; returns nothing if there is no such profile. */
    public Optional<InstanceProfile> attach(Instance instance, String profileName) {
        Optional<InstanceProfile> profile = store.profile(profileName);
        profile.ifPresent(found -> instance.attach(found, timeline.now().plus(propagationDelay)));
        return profile;
    }
}
