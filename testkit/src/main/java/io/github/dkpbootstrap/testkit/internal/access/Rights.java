// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.access;

import io.github.dkpbootstrap.policy.PolicyDocument;
import io.github.dkpbootstrap.testkit.internal.iam.ManagedPolicy;
import io.github.dkpbootstrap.testkit.internal.iam.Principal;
import io.github.dkpbootstrap.testkit.internal.iam.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a user or role may do, and who may assume a role. */
record Rights(List<PolicyDocument> identity, Optional<PolicyDocument> boundary, Optional<PolicyDocument> trust) {
    static Rights of(Principal principal) {
        List<PolicyDocument> identity = new ArrayList<>();
        principal.attached().forEach(policy -> identity.add(inForce(policy)));
        principal.inline().values().forEach(document -> identity.add(document.policy()));
        Optional<PolicyDocument> trust =
                principal instanceof Role role ? Optional.of(role.trust().policy()) : Optional.empty();
        return new Rights(List.copyOf(identity), principal.boundary().map(Rights::inForce), trust);
    }

    private static PolicyDocument inForce(ManagedPolicy policy) {
        return policy.defaultVersion().document().policy();
    }
}
