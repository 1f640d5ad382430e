// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit;

import io.github.dkpbootstrap.testkit.internal.Account;
import io.github.dkpbootstrap.testkit.internal.Timeline;
import io.github.dkpbootstrap.testkit.internal.access.Gate;
import io.github.dkpbootstrap.testkit.internal.access.Propagation;
import io.github.dkpbootstrap.testkit.internal.cloudformation.CloudFormationService;
import io.github.dkpbootstrap.testkit.internal.cloudformation.StackDoor;
import io.github.dkpbootstrap.testkit.internal.http.FrontDoor;
import io.github.dkpbootstrap.testkit.internal.http.Reception;
import io.github.dkpbootstrap.testkit.internal.http.Reply;
import io.github.dkpbootstrap.testkit.internal.iam.IamService;
import io.github.dkpbootstrap.testkit.internal.iam.IamStore;
import io.github.dkpbootstrap.testkit.internal.imds.Ec2Hosts;
import io.github.dkpbootstrap.testkit.internal.query.Identity;
import io.github.dkpbootstrap.testkit.internal.query.QueryService;
import io.github.dkpbootstrap.testkit.internal.sigv4.KeyRing;
import io.github.dkpbootstrap.testkit.internal.sigv4.SignatureCheck;
import io.github.dkpbootstrap.testkit.internal.sigv4.SignedRequest;
import io.github.dkpbootstrap.testkit.internal.sts.StsService;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Everything in a local AWS but the socket: the services, wired together. */
final class World {
    private final IamStore store;
    private final People people;
    private final Hosts hosts;
    private final FrontDoor door;
    private final Reception reception;
    private final Switchboard switchboard;
    private final StackDoor stacks;
    private final Optional<StackStage> stage;

    World(Settings settings) {
        Account account = settings.account();
        this.switchboard = new Switchboard(settings.rateLimits);
        Timeline timeline = new Timeline(settings.time.clock());
        this.store = new IamStore(account, timeline);
        KeyRing keys = new KeyRing(this::exists);
        Propagation propagation = new Propagation(store, timeline, settings.propagationDelay);
        Gate gate = new Gate(store, keys, timeline, propagation, settings.evaluator);
        QueryService iam = IamService.create(store, keys).afterwards(propagation::note);
        CloudFormationService.Parts cloudFormation = CloudFormationService.create(
                store, timeline, gate, iam, settings.cloudFormation(switchboard.resources()));
        this.people = new People(store, keys, timeline, propagation);
        this.door = new FrontDoor(
                timeline,
                new SignatureCheck(keys, Clock.systemUTC()),
                gate,
                List.of(iam, StsService.create(store, keys, timeline), cloudFormation.service()));
        this.hosts = new Hosts(
                new Ec2Hosts(store, keys, gate, timeline, settings.propagationDelay), door, switchboard, settings);
        this.reception = new Reception(door, switchboard, settings.time::pass);
        this.stacks = cloudFormation.stacks();
        this.stage = settings.time.virtualClock().map(clock -> stage(cloudFormation, timeline, clock));
    }

    private StackStage stage(CloudFormationService.Parts cloudFormation, Timeline timeline, VirtualClock clock) {
        return new StackStage(new StackDriver.Machine(
                cloudFormation.service(),
                cloudFormation.stacks(),
                switchboard.resources(),
                timeline,
                clock,
                people::administrator));
    }

    Reply handle(SignedRequest request) {
        return reception.handle(request);
    }

    void onSwitchboard(Consumer<Switchboard> action) {
        door.exclusively(() -> {
            action.accept(switchboard);
            return switchboard;
        });
    }

    List<LocalCall> calls() {
        return door.exclusively(() -> switchboard.log().all());
    }

    void onStacks(Consumer<StackDoor> action) {
        door.exclusively(() -> {
            action.accept(stacks);
            return stacks;
        });
    }

    String reach(StackWish wish, String status) {
        StackStage virtual = stage.orElseThrow(() -> new IllegalStateException(
                "A stack can be brought to a status in virtual time only: build the local AWS with TimeMode.virtual"));
        return door.exclusively(() -> virtual.reach(wish, status));
    }

    /** Stops the metadata services, and lets go of calls that are stalled. */
    void close() {
        hosts.close();
        onSwitchboard(Switchboard::clearFaults);
    }

    Hosts hosts() {
        return hosts;
    }

    <T> T people(Function<People, T> action) {
        return door.exclusively(() -> action.apply(people));
    }

    private boolean exists(Identity identity) {
        if (identity instanceof Identity.Session session) {
            return store.role(session.roleName())
                    .filter(role -> role.id().equals(session.roleId()))
                    .isPresent();
        }
        return identity instanceof Identity.Root
                || identity.user()
                        .flatMap(user -> store.user(user.name()))
                        .filter(found -> found.id().equals(identity.userId()))
                        .isPresent();
    }
}
