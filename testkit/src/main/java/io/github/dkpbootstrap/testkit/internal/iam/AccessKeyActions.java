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
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * The actions on access keys.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html">Access keys</a>
 */
final class AccessKeyActions {
    private static final int MAX_KEYS = 2;
    private static final String NEVER = "N/A";

    private final Subjects subjects;
    private final IamStore store;
    private final KeyRing keys;

    AccessKeyActions(IamStore store, KeyRing keys) {
        this.subjects = new Subjects(store);
        this.store = store;
        this.keys = keys;
    }

    void register(QueryService iam) {
        iam.answer("CreateAccessKey", this::create)
                .answer("ListAccessKeys", this::list)
                .answer("GetAccessKeyLastUsed", this::lastUsed)
                .act("UpdateAccessKey", this::update)
                .act("DeleteAccessKey", call -> keys.remove(key(call)));
    }

    private void create(Call call, Xml xml) {
        Identity owner = subjects.keyOwner(call);
        if (keys.longLived(owner).size() >= MAX_KEYS) {
            throw IamStore.limitExceeded("Cannot exceed quota for AccessKeysPerUser: " + MAX_KEYS);
        }
        AccessKey key = keys.issue(owner, store.now());
        xml.nested("AccessKey", element -> {
            metadata(element, key);
            element.element("SecretAccessKey", key.secret());
        });
    }

    private void list(Call call, Xml xml) {
        List<AccessKey> all = keys.longLived(subjects.keyOwner(call));
        Pages.write(call, xml, "AccessKeyMetadata", all, AccessKeyActions::metadata);
    }

    private static void metadata(Xml xml, AccessKey key) {
        xml.element("UserName", userName(key))
                .element("AccessKeyId", key.id())
                .element("Status", key.active() ? "Active" : "Inactive")
                .time("CreateDate", key.created());
    }

    private static Optional<String> userName(AccessKey key) {
        return key.owner() instanceof Identity.User user ? Optional.of(user.name()) : Optional.empty();
    }

    private void update(Call call) {
        AccessKey key = key(call);
        String status = call.form().require("Status");
        if (!status.equals("Active") && !status.equals("Inactive")) {
            throw ServiceError.constraint(
                    "status", "'" + status + "'", "Member must satisfy enum value set: [Active, Inactive]");
        }
        key.setActive(status.equals("Active"));
    }

    private AccessKey key(Call call) {
        String id = call.form().require("AccessKeyId");
        return keys.longLived(subjects.keyOwner(call)).stream()
                .filter(key -> key.id().equals(id))
                .findFirst()
                .orElseThrow(() -> notFound(id));
    }

    private void lastUsed(Call call, Xml xml) {
        String id = call.form().require("AccessKeyId");
        AccessKey key =
                keys.find(id).filter(found -> found.expiration().isEmpty()).orElseThrow(() -> notFound(id));
        Optional<AccessKey.Use> use = key.lastUse();
        xml.element("UserName", userName(key))
                .nested(
                        "AccessKeyLastUsed",
                        element -> element.element(
                                        "LastUsedDate",
                                        use.map(u -> Xml.timestamp(u.time().truncatedTo(ChronoUnit.MINUTES))))
                                .element(
                                        "ServiceName",
                                        use.map(AccessKey.Use::service).orElse(NEVER))
                                .element(
                                        "Region", use.map(AccessKey.Use::region).orElse(NEVER)));
    }

    private static ServiceError notFound(String id) {
        return IamStore.noSuchEntity("The Access Key with id " + id + " cannot be found.");
    }
}
