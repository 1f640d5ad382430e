// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sts;

import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/** What a session logs: once that refreshing fails, once that it is denied, once that it works again, and the
 * rest for debugging. */
final class RefreshJournal {
    private final Logger logger;
    private final String session;
    private final AtomicBoolean saidDirect = new AtomicBoolean();
    private final AtomicBoolean saidUnchecked = new AtomicBoolean();

    RefreshJournal(Logger logger, String session) {
        this.logger = logger;
        this.session = session;
    }

    /** Notes new credentials, with the outage that they end. */
    void refreshed(Lease lease, @Nullable Outage ended) {
        if (ended != null && ended.reported()) {
            logger.info(
                    "{}: refreshed after {} failed attempt(s), credentials until {}",
                    session,
                    ended.failures(),
                    lease.end());
        } else {
            logger.debug("{}: credentials until {}, to be replaced from {}", session, lease.end(), lease.prefetch());
        }
    }

    /** Notes, once, that the caller is a session of the role already. */
    void direct(AwsCaller caller) {
        if (!saidDirect.getAndSet(true)) {
            tell("{}: the caller is a session of this role already, " + caller.arn()
                    + "; its credentials are used as they are, and AssumeRole is not called");
        }
    }

    /** Notes, once, that AWS did not say whose new credentials are. */
    void unchecked() {
        if (!saidUnchecked.getAndSet(true)) {
            tell("{}: AWS did not answer whose the new credentials are; they are used, and the next ones checked");
        }
    }

    /** Both are said in the midst of an attempt, which a log that fails must not make fail. */
    private void tell(String text) {
        try {
            logger.info(text, session);
        } catch (RuntimeException e) {
            return; // there is nothing left to tell it to
        }
    }

    /** Notes a failed attempt; {@code held} are the credentials that callers get all the same. */
    void failed(Outage outage, @Nullable Outage before, @Nullable Lease held) {
        String message = outage.failure().getMessage();
        if (held != null && outage.isNewsAfter(before)) {
            logger.warn(
                    "{}: unable to refresh; the credentials at hand are good until {} and attempts go on. {}",
                    session,
                    held.end(),
                    message);
        } else {
            logger.debug("{}: attempt {} failed. {}", session, outage.failures(), message);
        }
    }
}
