// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sts;

import io.github.dkpbootstrap.policy.Arn;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/**
 * Checks that new credentials are of the account, the partition and the role that were meant: those of the first session,
 * and again where the source or the session has become another. A role that was made anew has another id, so its first
 * session is checked too.
 *
 * <p>Where AWS does not say, as without a network path or in an outage that has just begun, the credentials are used and the
 * next ones checked: a check must not take away what STS gave.
 */
final class IdentityCheck {
    private final Callers callers;
    private final Arn role;
    private final RefreshJournal journal;
    private volatile @Nullable Subject checked;

    private record Subject(Optional<String> sourceKeyId, Optional<Arn> session, Optional<String> id) {}

    IdentityCheck(Callers callers, Arn role, RefreshJournal journal) {
        this.callers = callers;
        this.role = role;
        this.journal = journal;
    }

    /**
     * Checks the credentials that {@code source} got.
     *
     * @throws UnexpectedIdentityException if they are of another account, partition or role
     */
    void check(IssuedCredentials issued, Optional<AwsCredentialsIdentity> source) {
        Subject subject = new Subject(
                source.map(AwsCredentialsIdentity::accessKeyId), issued.assumedRoleArn(), issued.assumedRoleId());
        if (subject.equals(checked)) {
            return;
        }
        Optional<AwsCaller> caller = callers.ask(issued.toAwsCredentials());
        if (caller.isEmpty()) {
            journal.unchecked();
            return;
        }
        Arn actual = caller.get().arn();
        if (!caller.get().isSessionOf(role)) {
            throw new UnexpectedIdentityException(
                    ("STS gave credentials for the role %s, and AWS says that they are %s: they are not used. Expected a "
                                    + "session of the role %s in account %s, partition %s. Check the endpoint, the proxy and "
                                    + "the Region of the STS client, and who answers there")
                            .formatted(role, actual, role.resourceName(), role.account(), role.partition()));
        }
        checked = subject;
    }
}
