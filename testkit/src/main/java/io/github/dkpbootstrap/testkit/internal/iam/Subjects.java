// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.iam;

import io.github.dkpbootstrap.testkit.internal.query.Call;
import io.github.dkpbootstrap.testkit.internal.query.Identity;
import io.github.dkpbootstrap.testkit.internal.query.ServiceError;
import java.util.Optional;

/** Finds whom a call is about where {@code UserName} may be left out: the caller. */
final class Subjects {
    private final IamStore store;

    Subjects(IamStore store) {
        this.store = store;
    }

    User user(Call call) {
        return named(call)
                .orElseThrow(
                        () -> ServiceError.validation("Must specify userName when calling with non-User credentials"));
    }

    /** Returns whose keys a call is about: also the root user has keys. */
    Identity keyOwner(Call call) {
        Optional<User> user = named(call);
        return user.isEmpty() && call.caller() instanceof Identity.Root root
                ? root
                : IamService.identity(user.orElseGet(() -> user(call)));
    }

    private Optional<User> named(Call call) {
        Optional<String> caller = call.caller().user().map(Identity.User::name);
        return call.form().find("UserName").or(() -> caller).map(store::requireUser);
    }
}
