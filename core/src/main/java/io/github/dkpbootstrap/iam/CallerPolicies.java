// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.iam;

import io.github.dkpbootstrap.BootstrapClients;
import io.github.dkpbootstrap.policy.Arn;
import io.github.dkpbootstrap.policy.PolicyDocument;
import io.github.dkpbootstrap.policy.analysis.PolicySet;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import software.amazon.awssdk.services.iam.model.Policy;

/** Reads all policies of one user or role: its own, its groups', and its permissions boundary. All of them, or it fails. Repeats no call. */
public final class CallerPolicies {
    private final IdentityReader identities;
    private final IamReader reader;
    private final List<PolicyDocument> found = new ArrayList<>();

    private CallerPolicies(String caller, BootstrapClients clients) {
        this.identities = new IdentityReader(clients, caller).once();
        this.reader = new IamReader(clients, caller).once();
    }

    /**
     * Returns the policies of a user or role of the clients' account.
     *
     * @return nothing where {@code caller} is neither, or does not exist
     * @throws RuntimeException if one policy may not be read, or is none
     */
    public static Optional<PolicySet> of(Arn caller, BootstrapClients clients) {
        return entity(caller).flatMap(entity -> new CallerPolicies(caller.toString(), clients).of(entity));
    }

    private static Optional<Entity> entity(Arn caller) {
        if (caller.resource().startsWith("user/")) {
            return Optional.of(new Entity(EntityKind.USER, caller.resourceName()));
        }
        return caller.resource().startsWith("role/")
                ? Optional.of(new Entity(EntityKind.ROLE, caller.resourceName()))
                : Optional.empty();
    }

    private Optional<PolicySet> of(Entity entity) {
        if (identities.nameOf(entity).isEmpty()) {
            return Optional.empty();
        }
        add(entity);
        if (entity.kind() == EntityKind.USER) {
            identities.groupsOf(entity.name()).forEach(this::add);
        }
        return Optional.of(PolicySet.builder()
                .identity(found)
                .boundary(identities.boundary(entity).map(this::managed))
                .build());
    }

    private void add(Entity entity) {
        identities
                .inlineNames(entity)
                .forEach(name -> found.add(PolicyDocument.parse(there(identities.inline(entity, name), name))));
        identities.attached(entity).forEach(arn -> found.add(managed(arn)));
    }

    private PolicyDocument managed(String arn) {
        Policy policy = there(reader.policy(arn), arn);
        return PolicyDocument.parse(there(reader.document(arn, policy.defaultVersionId()), arn));
    }

    /** What was listed and is gone was changed while it was read: the whole would be a mixture. */
    private static <T> T there(Optional<T> part, String name) {
        return part.orElseThrow(() -> new NoSuchElementException(name + " is gone"));
    }
}
