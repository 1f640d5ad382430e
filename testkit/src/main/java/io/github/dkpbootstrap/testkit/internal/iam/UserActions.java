// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.iam;

import io.github.dkpbootstrap.testkit.internal.query.Call;
import io.github.dkpbootstrap.testkit.internal.query.Identity;
import io.github.dkpbootstrap.testkit.internal.query.QueryService;
import io.github.dkpbootstrap.testkit.internal.query.ServiceError;
import io.github.dkpbootstrap.testkit.internal.query.Xml;
import io.github.dkpbootstrap.testkit.internal.sigv4.AccessKey;
import io.github.dkpbootstrap.testkit.internal.sigv4.KeyRing;

/** The actions on users and their access keys. */
final class UserActions {
    static final int MAX_NAME = 64;

    private final IamStore store;
    private final KeyRing keys;

    UserActions(IamStore store, KeyRing keys) {
        this.store = store;
        this.keys = keys;
    }

    void register(QueryService iam) {
        iam.answer("CreateUser", this::create)
                .answer("GetUser", (call, xml) -> xml.nested("User", element -> IamXml.user(element, user(call))))
                .answer("CreateAccessKey", this::createKey)
                .act("DeleteUser", this::delete);
    }

    private User user(Call call) {
        return call.form().find("UserName").map(store::requireUser).orElseGet(() -> {
            if (call.caller() instanceof Identity.User user) {
                return store.requireUser(user.name());
            }
            throw ServiceError.validation("Must specify userName when calling with non-User credentials");
        });
    }

    private void create(Call call, Xml xml) {
        String name = IamRules.name(call.form(), "UserName", MAX_NAME);
        if (store.user(name).isPresent()) {
            throw IamStore.alreadyExists("User with name " + name + " already exists.");
        }
        User user = new User(store.origin("user", "AIDA", IamRules.path(call.form()), name));
        user.tags().putAll(call.form().tags());
        store.add(user);
        xml.nested("User", element -> IamXml.user(element, user));
    }

    private void createKey(Call call, Xml xml) {
        User user = user(call);
        AccessKey key = keys.issue(IamService.identity(user));
        xml.nested(
                "AccessKey",
                element -> element.element("UserName", user.name())
                        .element("AccessKeyId", key.id())
                        .element("Status", "Active")
                        .element("SecretAccessKey", key.secret())
                        .time("CreateDate", store.now()));
    }

    private void delete(Call call) {
        User user = user(call);
        if (!user.attached().isEmpty()) {
            throw IamStore.deleteConflict("Cannot delete entity, must detach all policies first.");
        }
        if (!user.inline().isEmpty()) {
            throw IamStore.deleteConflict("Cannot delete entity, must delete policies first.");
        }
        store.remove(user);
    }
}
