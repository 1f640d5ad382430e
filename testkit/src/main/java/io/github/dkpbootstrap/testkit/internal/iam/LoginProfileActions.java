// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.iam;

import io.github.dkpbootstrap.testkit.internal.query.Call;
import io.github.dkpbootstrap.testkit.internal.query.QueryService;
import io.github.dkpbootstrap.testkit.internal.query.Xml;
import java.util.Optional;

/** The actions on users' passwords. Nobody can sign in with one here, so none is ever used. */
final class LoginProfileActions {
    private final IamStore store;
    private final Subjects subjects;

    LoginProfileActions(IamStore store) {
        this.store = store;
        this.subjects = new Subjects(store);
    }

    void register(QueryService iam) {
        iam.answer("CreateLoginProfile", this::create)
                .answer("GetLoginProfile", (call, xml) -> {
                    User user = subjects.user(call);
                    write(xml, user, profile(user));
                })
                .act("UpdateLoginProfile", this::update)
                .act("DeleteLoginProfile", call -> {
                    User user = subjects.user(call);
                    profile(user);
                    user.setLogin(Optional.empty());
                });
    }

    private void create(Call call, Xml xml) {
        User user = subjects.user(call);
        call.form().require("Password");
        if (user.login().isPresent()) {
            throw IamStore.alreadyExists("Login Profile for user " + user.name() + " already exists.");
        }
        LoginProfile profile = new LoginProfile(store.now(), call.form().isTrue("PasswordResetRequired"));
        user.setLogin(Optional.of(profile));
        write(xml, user, profile);
    }

    private void update(Call call) {
        User user = subjects.user(call);
        LoginProfile profile = profile(user);
        boolean reset = call.form().find("PasswordResetRequired").isPresent()
                ? call.form().isTrue("PasswordResetRequired")
                : profile.resetRequired();
        user.setLogin(Optional.of(new LoginProfile(profile.created(), reset)));
    }

    private static LoginProfile profile(User user) {
        return user.login()
                .orElseThrow(
                        () -> IamStore.noSuchEntity("Login Profile for User " + user.name() + " cannot be found."));
    }

    private static void write(Xml xml, User user, LoginProfile profile) {
        xml.nested(
                "LoginProfile",
                element -> element.element("UserName", user.name())
                        .time("CreateDate", profile.created())
                        .element("PasswordResetRequired", Boolean.toString(profile.resetRequired())));
    }
}
