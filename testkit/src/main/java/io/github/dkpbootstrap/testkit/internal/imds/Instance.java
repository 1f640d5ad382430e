// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.imds;

import io.github.dkpbootstrap.testkit.internal.iam.InstanceProfile;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** An EC2 instance, as far as its metadata service is concerned. Changes only under the lock of the local AWS. */
public final class Instance {
    /** A profile on the instance, and from when on the metadata service knows of it. */
    record Attachment(InstanceProfile profile, Instant known) {}

    private final String id;
    private final String region;
    private final Instant launched;
    private Optional<Attachment> attachment = Optional.empty();

    /** Creates an instance without a profile. */
    public Instance(String region, Instant launched) {
        this.id = "i-0"
                + UUID.randomUUID().toString().replace("-", "").substring(0, 16).toLowerCase(Locale.ROOT);
        this.region = region;
        this.launched = launched;
    }

    /** Returns the id. */
    public String id() {
        return id;
    }

    /** Returns the name of the profile on it, whether the metadata service knows of it already or not. */
    public Optional<String> profileName() {
        return attachment.map(a -> a.profile().name());
    }

    /** Puts a profile on it, which takes the place of the one before. */
    public void attach(InstanceProfile profile, Instant known) {
        this.attachment = Optional.of(new Attachment(profile, known));
    }

    /** Takes the profile from it. */
    public void detach() {
        this.attachment = Optional.empty();
    }

    Optional<InstanceProfile> profile(Instant now) {
        return attachment.filter(a -> !now.isBefore(a.known())).map(Attachment::profile);
    }

    String region() {
        return region;
    }

    String availabilityZone() {
        return region + "a";
    }

    Instant launched() {
        return launched;
    }
}
