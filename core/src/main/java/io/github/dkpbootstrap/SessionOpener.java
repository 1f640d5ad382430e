// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap;

import io.github.dkpbootstrap.policy.Arn;
import io.github.dkpbootstrap.sts.DkpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/** Opens sessions of a role as the clients of its deployment do their work. Immutable and thread-safe. */
final class SessionOpener {
    /** What IAM has not told everywhere by then was never said: the longest delay that users report is a minute. */
    private static final Duration PROPAGATION = Duration.ofMinutes(2);
    /** What a session takes as a budget at least. */
    private static final Duration SHORTEST_BUDGET = Duration.ofSeconds(1);

    private final ClientSource clients;
    private final Consumer<DkpSession.Builder> defaults;
    private final Clock clock;
    private final Optional<Instant> changed;

    private SessionOpener(
            ClientSource clients, Consumer<DkpSession.Builder> defaults, Clock clock, Optional<Instant> changed) {
        this.clients = clients;
        this.defaults = defaults;
        this.clock = clock;
        this.changed = changed;
    }

    /** Returns an opener on fresh clients of the SDK's defaults, which each session makes for itself. */
    static SessionOpener ofDefaults() {
        return new SessionOpener(DefaultClients::use, session -> {}, Clock.systemUTC(), Optional.empty());
    }

    /** Returns an opener on the user's clients. */
    static SessionOpener on(BootstrapClients clients) {
        return new SessionOpener(
                ClientSource.of(clients),
                session ->
                        session.stsClient(clients.sts()).clock(clients.clock()).sleeper(clients.sleeper()),
                clients.clock(),
                Optional.empty());
    }

    ClientSource clients() {
        return clients;
    }

    /** Returns one for a role that was made or changed just now, so that STS may not know of it everywhere. */
    SessionOpener afterChange() {
        return new SessionOpener(clients, defaults, clock, Optional.of(clock.instant()));
    }

    DkpSession open(Arn role, Consumer<DkpSession.Builder> settings) {
        DkpSession.Builder session = DkpSession.builder();
        defaults.accept(session);
        session.roleArn(role).roleFacts(new IamRoleFacts(role, clients));
        changed.map(this::left)
                .filter(left -> left.compareTo(SHORTEST_BUDGET) >= 0)
                .ifPresent(session::denialBudget);
        settings.accept(session);
        return session.build();
    }

    /** A clock that was put back makes the change one of the future: no reason to bear with denials for longer. */
    private Duration left(Instant when) {
        Duration left = PROPAGATION.minus(Duration.between(when, clock.instant()));
        return left.compareTo(PROPAGATION) < 0 ? left : PROPAGATION;
    }
}
