// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.drift;

import io.github.dkpbootstrap.BootstrapClients;
import io.github.dkpbootstrap.BootstrapSpec;
import io.github.dkpbootstrap.iam.IamReader;
import io.github.dkpbootstrap.template.OwnResource;
import java.util.Optional;
import software.amazon.awssdk.services.iam.model.Policy;

/** Looks in IAM who has the names that a spec gives. Immutable and thread-safe. */
public final class NameLookup {
    private final BootstrapSpec spec;
    private final AccountContext where;
    private final IamReader iam;

    private NameLookup(BootstrapSpec spec, AccountContext where, IamReader iam) {
        this.spec = spec;
        this.where = where;
        this.iam = iam;
    }

    /** Returns the look-up of a spec's names in an account. */
    public static NameLookup of(BootstrapSpec spec, AccountContext where, BootstrapClients clients) {
        return new NameLookup(spec, where, new IamReader(clients, spec.stackName()));
    }

    /** Returns the name that the spec gives to a resource. */
    public String name(OwnResource resource) {
        return switch (resource) {
            case ROLE -> spec.roleName();
            case POLICY -> spec.policyName();
            case PROFILE -> spec.instanceProfileName();
        };
    }

    /** Returns the actions that the caller needs to find a resource. */
    public String actions(OwnResource resource) {
        return switch (resource) {
            case ROLE -> "iam:GetRole";
            case POLICY -> "iam:GetPolicy and iam:ListPolicies";
            case PROFILE -> "iam:GetInstanceProfile";
        };
    }

    /**
     * Returns the physical id of what has the resource's name: for a policy its ARN. Nothing where the name is free. What
     * IAM refuses is thrown as the SDK's exception.
     */
    public Optional<String> find(OwnResource resource) {
        String name = name(resource);
        return switch (resource) {
            case ROLE -> iam.role(name).map(role -> name);
            case POLICY -> policy(name);
            case PROFILE -> iam.profile(name).map(profile -> name);
        };
    }

    /** Returns the ARN that a policy of the spec's name has under the spec's path. */
    public String policyArn() {
        return "arn:%s:iam::%s:policy%s%s"
                .formatted(where.partition(), where.account(), spec.path(), spec.policyName());
    }

    /**
     * A policy's name is taken whatever its path and its case. The path is part of the ARN, by which alone a policy can be
     * read at once: all of them are gone through only if it is not there.
     */
    private Optional<String> policy(String name) {
        return iam.policy(policyArn())
                .map(Policy::arn)
                .or(() -> iam.localPolicies().stream()
                        .filter(policy -> name.equalsIgnoreCase(policy.policyName()))
                        .map(Policy::arn)
                        .findFirst());
    }
}
