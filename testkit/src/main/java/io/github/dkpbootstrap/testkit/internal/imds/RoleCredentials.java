// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.imds;

import io.github.dkpbootstrap.testkit.internal.Account;
import io.github.dkpbootstrap.testkit.internal.iam.Role;
import io.github.dkpbootstrap.testkit.internal.query.Identity;
import io.github.dkpbootstrap.testkit.internal.query.SessionAttributes;
import io.github.dkpbootstrap.testkit.internal.sigv4.AccessKey;
import io.github.dkpbootstrap.testkit.internal.sigv4.KeyRing;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * The keys of the role on one instance: others long before those end. Used only under the lock of the local AWS.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instance-metadata-security-credentials.html">Retrieve
 *     security credentials</a>
 */
final class RoleCredentials {
    private static final Duration LIFE = Duration.ofHours(6);
    private static final Duration REPLACED_BEFORE_END = Duration.ofHours(1);

    private record Current(String roleId, AccessKey key) {}

    private final Account account;
    private final KeyRing keys;
    private Optional<Current> current = Optional.empty();

    RoleCredentials(Account account, KeyRing keys) {
        this.account = account;
        this.keys = keys;
    }

    AccessKey key(Role role, String instanceId, Instant now) {
        Optional<Current> good = current.filter(
                c -> c.roleId().equals(role.id()) && now.isBefore(end(c.key()).minus(REPLACED_BEFORE_END)));
        Current result = good.orElseGet(() -> new Current(role.id(), issue(role, instanceId, now)));
        current = Optional.of(result);
        return result.key();
    }

    static Instant end(AccessKey key) {
        return key.expiration().orElseThrow();
    }

    private AccessKey issue(Role role, String instanceId, Instant now) {
        String arn = account.arn("sts", "assumed-role/" + role.name() + "/" + instanceId);
        Identity session = new Identity.Session(
                role.name(), role.arn(), role.id(), instanceId, arn, List.of(), now, SessionAttributes.NONE);
        return keys.issueUntil(session, now, now.plus(LIFE).truncatedTo(ChronoUnit.SECONDS));
    }
}
