// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit;

import io.github.dkpbootstrap.policy.JsonLayout;
import io.github.dkpbootstrap.policy.PolicyDocument;
import io.github.dkpbootstrap.testkit.internal.Timeline;
import io.github.dkpbootstrap.testkit.internal.access.Propagation;
import io.github.dkpbootstrap.testkit.internal.iam.IamService;
import io.github.dkpbootstrap.testkit.internal.iam.IamStore;
import io.github.dkpbootstrap.testkit.internal.iam.MfaDevice;
import io.github.dkpbootstrap.testkit.internal.iam.User;
import io.github.dkpbootstrap.testkit.internal.query.Identity;
import io.github.dkpbootstrap.testkit.internal.query.ServiceError;
import io.github.dkpbootstrap.testkit.internal.sigv4.AccessKey;
import io.github.dkpbootstrap.testkit.internal.sigv4.KeyRing;
import java.util.List;

/** The users that tests make, and what only tests can do to them. Used only under the lock of the local AWS. */
final class People {
    private static final String ADMINISTRATOR = "administrator";
    private static final String ADMINISTRATOR_ACCESS = ":iam::aws:policy/AdministratorAccess";

    private final IamStore store;
    private final KeyRing keys;
    private final Timeline timeline;
    private final Propagation propagation;

    People(IamStore store, KeyRing keys, Timeline timeline, Propagation propagation) {
        this.store = store;
        this.keys = keys;
        this.timeline = timeline;
        this.propagation = propagation;
    }

    AccessKey createAdministrator() {
        User user = store.createUser(ADMINISTRATOR);
        user.attached()
                .add(store.policy("arn:" + store.account().partition() + ADMINISTRATOR_ACCESS)
                        .orElseThrow());
        return issue(user);
    }

    Identity administrator() {
        return store.user(ADMINISTRATOR)
                .map(IamService::identity)
                .orElseThrow(() -> new IllegalStateException("The administrator has been deleted"));
    }

    AccessKey createUser(String name, List<PolicyDocument> policies) {
        try {
            List<String> texts = policies.stream()
                    .map(policy -> policy.toJson(JsonLayout.MINIFIED))
                    .toList();
            return issue(store.createUser(name, texts));
        } catch (ServiceError e) {
            throw new IllegalArgumentException(e.message(), e);
        }
    }

    AccessKey createRootKey() {
        return keys.issue(store.root().identity(), timeline.now());
    }

    void deleteRootKeys() {
        keys.longLived(store.root().identity()).forEach(keys::remove);
    }

    void setRootMfa(boolean enabled) {
        store.root().setMfaEnabled(enabled);
    }

    void deleteRootPassword() {
        store.root().deletePassword();
    }

    String mfaSerialNumber(String userName) {
        return store.mfaDeviceFor(store.user(userName)
                        .orElseThrow(() -> new IllegalArgumentException("There is no user '" + userName + "'")))
                .serialNumber();
    }

    String mfaCode(String serialNumber) {
        MfaDevice device = store.mfaDevice(serialNumber)
                .orElseThrow(() -> new IllegalStateException("The MFA device " + serialNumber + " has been deleted"));
        return device.code(timeline.now());
    }

    private AccessKey issue(User user) {
        propagation.settle(user);
        return keys.issue(IamService.identity(user), timeline.now());
    }
}
