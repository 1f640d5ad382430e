// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.iam;

import io.github.dkpbootstrap.testkit.internal.query.Identity;
import io.github.dkpbootstrap.testkit.internal.query.QueryService;
import io.github.dkpbootstrap.testkit.internal.sigv4.KeyRing;
import java.util.Optional;

/** Puts the actions of IAM together. */
public final class IamService {
    private static final String NAMESPACE = "https://iam.amazonaws.com/doc/2010-05-08/";

    private IamService() {}

    /** Returns the service over {@code store}, which puts new access keys on {@code keys}. */
    public static QueryService create(IamStore store, KeyRing keys) {
        QueryService iam = new QueryService("iam", NAMESPACE);
        new RoleActions(store).register(iam);
        new PolicyActions(store).register(iam);
        new ProfileActions(store).register(iam);
        new UserActions(store, keys).register(iam);
        new AccessKeyActions(store, keys).register(iam);
        new LoginProfileActions(store).register(iam);
        new MfaActions(store).register(iam);
        new AccountActions(store, keys).register(iam);
        new GroupActions(store).register(iam);
        new ServiceLinkedRoles(store).register(iam);
        AttachmentActions.ofRoles(store).register(iam);
        AttachmentActions.ofUsers(store).register(iam);
        AttachmentActions.ofGroups(store).register(iam);
        return iam;
    }

    /** Returns a user as a caller. */
    public static Identity identity(User user) {
        return new Identity.User(user.name(), user.arn(), user.id(), Optional.empty());
    }
}
