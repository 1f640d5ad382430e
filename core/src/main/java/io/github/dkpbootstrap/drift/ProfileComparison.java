// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.drift;

import java.util.List;
import software.amazon.awssdk.services.iam.model.InstanceProfile;
import software.amazon.awssdk.services.iam.model.Role;

/** Compares the instance profile: its path, and the role that it holds. */
final class ProfileComparison {
    private final ExpectedResource profile;
    private final Reads reads;
    private final Differences differences;

    ProfileComparison(ExpectedStack expected, Reads reads) {
        this.profile = expected.profile();
        this.reads = reads;
        this.differences = new Differences(profile, expected.where().partition());
    }

    /** Returns the differences of what IAM has of the profile; it must let go of a role before it can take another. */
    List<Difference> with(InstanceProfile live) {
        String name = live.instanceProfileName();
        List<String> held = live.roles().stream().map(Role::roleName).toList();
        if (reads.areKnown(profile, "Roles")) {
            List<String> wanted = profile.texts("Roles");
            held.stream()
                    .filter(role -> !wanted.contains(role))
                    .forEach(role -> differences.foreign(ForeignUse.of(ForeignKind.ROLE_IN_PROFILE, name, role)));
            wanted.stream()
                    .filter(role -> !held.contains(role))
                    .forEach(role -> differences.notAttached("/Roles", role, iam -> iam.addToProfile(name, role)));
        }
        if (reads.areKnown(profile, "Path")) {
            differences.text(
                    "/Path", profile.text("Path").orElse("/"), String.valueOf(live.path()), Difference.NOT_HERE);
        }
        return differences.found();
    }
}
