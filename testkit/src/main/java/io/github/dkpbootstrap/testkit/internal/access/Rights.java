// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.access;

import io.github.dkpbootstrap.policy.PolicyDocument;
import io.github.dkpbootstrap.testkit.internal.iam.Document;
import io.github.dkpbootstrap.testkit.internal.iam.ManagedPolicy;
import io.github.dkpbootstrap.testkit.internal.iam.Principal;
import io.github.dkpbootstrap.testkit.internal.iam.Role;
import io.github.dkpbootstrap.testkit.internal.iam.User;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a user or role may do, and who may assume a role. */
record Rights(List<PolicyDocument> identity, Optional<PolicyDocument> boundary, Optional<PolicyDocument> trust) {
    static Rights of(Principal principal) {
        List<PolicyDocument> identity = new ArrayList<>(own(principal));
        if (principal instanceof User user) {
            user.groups().forEach(group -> identity.addAll(own(group)));
        }
        Optional<PolicyDocument> trust =
                principal instanceof Role role ? Optional.of(role.trust().policy()) : Optional.empty();
        return new Rights(List.copyOf(identity), principal.boundary().map(Rights::inForce), trust);
    }

    private static List<PolicyDocument> own(Principal principal) {
        return Stream.concat(
                        principal.attached().stream().map(Rights::inForce),
                        principal.inline().values().stream().map(Document::policy))
                .toList();
    }

    private static PolicyDocument inForce(ManagedPolicy policy) {
        return policy.defaultVersion().document().policy();
    }
}
