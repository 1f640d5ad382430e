// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap;

import io.github.dkpbootstrap.iam.CallerPolicies;
import io.github.dkpbootstrap.iam.IamReader;
import io.github.dkpbootstrap.policy.Arn;
import io.github.dkpbootstrap.policy.PolicyDocument;
import io.github.dkpbootstrap.policy.analysis.PolicySet;
import io.github.dkpbootstrap.sts.RoleFacts;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.iam.model.Role;

/**
 * Asks IAM of a role and of those who would assume it. A fact that cannot be had for any reason, such as a missing permission
 * or a client that is closed by now, is none: nothing that is only to explain a failure may become one.
 */
final class IamRoleFacts implements RoleFacts {
    private static final Logger LOG = LoggerFactory.getLogger(IamRoleFacts.class);
    /** What a role has that says nothing of it. */
    private static final int DEFAULT_SECONDS = 3_600;

    private final Arn role;
    private final ClientSource clients;

    IamRoleFacts(Arn role, ClientSource clients) {
        this.role = role;
        this.clients = clients;
    }

    @Override
    public Optional<Duration> maxSessionDuration() {
        return asked("its longest session", this::read)
                .map(live -> Duration.ofSeconds(
                        Optional.ofNullable(live.maxSessionDuration()).orElse(DEFAULT_SECONDS)));
    }

    @Override
    public Optional<Arn> role() {
        return Optional.of(role);
    }

    @Override
    public Optional<PolicyDocument> trustPolicy() {
        return asked(
                "its trust policy",
                borrowed -> read(borrowed)
                        .map(Role::assumeRolePolicyDocument)
                        .map(IamReader::decoded)
                        .map(PolicyDocument::parse));
    }

    /** Another account's users and roles cannot be looked at, and one of the same name here is somebody else. */
    @Override
    public Optional<PolicySet> callerPolicies(Arn caller) {
        boolean here =
                caller.account().equals(role.account()) && caller.partition().equals(role.partition());
        return here
                ? asked("the policies of " + caller, borrowed -> CallerPolicies.of(caller, borrowed))
                : Optional.empty();
    }

    private Optional<Role> read(BootstrapClients borrowed) {
        return new IamReader(borrowed, role.toString())
                .once()
                .role(role.resourceName())
                .filter(live -> role.toString().equals(live.arn()));
    }

    private <T> Optional<T> asked(String what, Function<BootstrapClients, Optional<T>> ask) {
        try {
            return clients.use(ask);
        } catch (RuntimeException e) {
            LOG.debug("Of the role {} it is not known: {}", role, what, e);
            return Optional.empty();
        }
    }
}
