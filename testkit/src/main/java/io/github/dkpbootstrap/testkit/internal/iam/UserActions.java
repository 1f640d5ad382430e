// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.iam;

import io.github.dkpbootstrap.testkit.internal.query.Call;
import io.github.dkpbootstrap.testkit.internal.query.QueryService;
import io.github.dkpbootstrap.testkit.internal.query.Xml;
import io.github.dkpbootstrap.testkit.internal.sigv4.KeyRing;
import java.util.List;
import java.util.Optional;

/** The actions on users. */
final class UserActions {
    static final int MAX_NAME = 64;

    private final IamStore store;
    private final Subjects subjects;
    private final KeyRing keys;

    UserActions(IamStore store, KeyRing keys) {
        this.store = store;
        this.subjects = new Subjects(store);
        this.keys = keys;
    }

    void register(QueryService iam) {
        iam.answer("CreateUser", this::create)
                .answer(
                        "GetUser",
                        (call, xml) -> xml.nested("User", element -> IamXml.user(element, subjects.user(call))))
                .answer("ListUsers", this::list)
                .answer("ListUserTags", (call, xml) -> {
                    xml.element("IsTruncated", "false");
                    IamXml.tags(xml, user(call).tags());
                })
                .act("TagUser", call -> user(call).tags().putAll(call.form().tags()))
                .act(
                        "UntagUser",
                        call -> call.form().list("TagKeys").forEach(user(call).tags()::remove))
                .act("DeleteUser", this::delete);
    }

    private User user(Call call) {
        return store.requireUser(call.form().require("UserName"));
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

    private void list(Call call, Xml xml) {
        String prefix = call.form().find("PathPrefix").orElse("/");
        List<User> users = store.users().stream()
                .filter(user -> user.path().startsWith(prefix))
                .toList();
        Pages.write(call, xml, "Users", users, IamXml::user);
    }

    private void delete(Call call) {
        User user = user(call);
        obstacle(user).ifPresent(obstacle -> {
            throw IamStore.deleteConflict("Cannot delete entity, must " + obstacle + " first.");
        });
        store.remove(user);
    }

    private Optional<String> obstacle(User user) {
        if (!keys.longLived(IamService.identity(user)).isEmpty()) {
            return Optional.of("delete access keys");
        }
        if (!store.mfaDevices(user).isEmpty()) {
            return Optional.of("delete MFA device");
        }
        if (user.login().isPresent()) {
            return Optional.of("delete login profile");
        }
        if (!user.groups().isEmpty()) {
            return Optional.of("remove users from group");
        }
        if (!user.attached().isEmpty()) {
            return Optional.of("detach all policies");
        }
        return user.inline().isEmpty() ? Optional.empty() : Optional.of("delete policies");
    }
}
