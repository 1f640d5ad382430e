// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit;

import io.github.dkpbootstrap.policy.JsonLayout;
import io.github.dkpbootstrap.policy.PolicyDocument;
import io.github.dkpbootstrap.policy.analysis.PolicyEvaluator;
import io.github.dkpbootstrap.testkit.internal.Account;
import io.github.dkpbootstrap.testkit.internal.Timeline;
import io.github.dkpbootstrap.testkit.internal.access.Gate;
import io.github.dkpbootstrap.testkit.internal.cloudformation.CloudFormationService;
import io.github.dkpbootstrap.testkit.internal.cloudformation.Options;
import io.github.dkpbootstrap.testkit.internal.http.Answer;
import io.github.dkpbootstrap.testkit.internal.http.FrontDoor;
import io.github.dkpbootstrap.testkit.internal.iam.IamService;
import io.github.dkpbootstrap.testkit.internal.iam.IamStore;
import io.github.dkpbootstrap.testkit.internal.iam.User;
import io.github.dkpbootstrap.testkit.internal.query.Identity;
import io.github.dkpbootstrap.testkit.internal.query.QueryService;
import io.github.dkpbootstrap.testkit.internal.query.ServiceError;
import io.github.dkpbootstrap.testkit.internal.sigv4.AccessKey;
import io.github.dkpbootstrap.testkit.internal.sigv4.KeyRing;
import io.github.dkpbootstrap.testkit.internal.sigv4.SignatureCheck;
import io.github.dkpbootstrap.testkit.internal.sigv4.SignedRequest;
import io.github.dkpbootstrap.testkit.internal.sts.StsService;
import java.time.Clock;
import java.util.List;

/** Everything in a local AWS but the socket: the services, wired together. */
final class World {
    private static final String ADMINISTRATOR_ACCESS = ":iam::aws:policy/AdministratorAccess";

    private final Account account;
    private final IamStore store;
    private final KeyRing keys;
    private final FrontDoor door;

    World(Account account, TimeMode time, PolicyEvaluator evaluator, Options options) {
        this.account = account;
        Timeline timeline = new Timeline(time.clock());
        this.store = new IamStore(account, timeline);
        this.keys = new KeyRing(this::exists);
        Gate gate = new Gate(store, timeline, evaluator);
        QueryService iam = IamService.create(store, keys);
        QueryService cloudFormation = CloudFormationService.create(store, timeline, gate, iam, options);
        this.door = new FrontDoor(
                timeline,
                new SignatureCheck(keys, Clock.systemUTC()),
                gate,
                List.of(iam, StsService.create(store, keys, timeline), cloudFormation));
    }

    Answer handle(SignedRequest request) {
        return door.handle(request);
    }

    AccessKey createAdministrator() {
        return door.exclusively(() -> {
            User user = store.createUser("administrator");
            user.attached()
                    .add(store.policy("arn:" + account.partition() + ADMINISTRATOR_ACCESS)
                            .orElseThrow());
            return keys.issue(IamService.identity(user));
        });
    }

    AccessKey createUser(String name, List<PolicyDocument> policies) {
        return door.exclusively(() -> {
            try {
                List<String> texts = policies.stream()
                        .map(policy -> policy.toJson(JsonLayout.MINIFIED))
                        .toList();
                return keys.issue(IamService.identity(store.createUser(name, texts)));
            } catch (ServiceError e) {
                throw new IllegalArgumentException(e.message(), e);
            }
        });
    }

    private boolean exists(Identity identity) {
        if (identity instanceof Identity.Session session) {
            return store.role(session.roleName())
                    .filter(role -> role.id().equals(session.roleId()))
                    .isPresent();
        }
        return identity instanceof Identity.User user
                && store.user(user.name())
                        .filter(found -> found.id().equals(user.userId()))
                        .isPresent();
    }
}
