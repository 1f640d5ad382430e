// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.ec2;

import io.github.dkpbootstrap.testkit.VirtualClock;
import java.util.function.Consumer;
import software.amazon.awssdk.services.ec2.model.RunInstancesRequest;

/** Starts instances with user data, which may be secret, and attaches the profile. */
public final class InstanceDrive {
    private InstanceDrive() {}

    /** Shows all that comes of it to {@code seen}. */
    public static void run(String userData, Consumer<Object> seen) {
        VirtualClock clock = VirtualClock.atPresent();
        FakeEc2 ec2 = new FakeEc2();
        DkpInstances instances = DkpInstances.ofProfile("mine").withTime(clock, clock::advance);
        RunInstancesRequest request = RunInstancesRequest.builder()
                .imageId("ami-1")
                .minCount(1)
                .maxCount(1)
                .userData(userData)
                .build();
        seen.accept(instances);
        seen.accept(instances.run(ec2, request));
        seen.accept(instances.attach(ec2, FakeEc2.INSTANCE));
        ec2.refusals.add(FakeEc2.error("InvalidParameterValue", "Value (x) for parameter imageId is invalid"));
        try {
            instances.run(ec2, request);
        } catch (InstanceProfileException e) {
            seen.accept(e);
            return;
        }
        throw new AssertionError("did not fail");
    }
}
