// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sts;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/** What a session logs: once that refreshing fails, once that it works again, and the rest for debugging. */
final class RefreshJournal {
    private final Logger logger;
    private final String session;

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

    /** Notes a failed attempt; {@code held} are the credentials that callers get all the same. */
    void failed(Outage outage, @Nullable Outage before, @Nullable Lease held) {
        String message = outage.failure().getMessage();
        if (held != null && (before == null || !before.reported())) {
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
