// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Gets credentials, and where callers wait for them bears with a denial for as long as it may: IAM is known everywhere only
 * some time after it was changed. Whether a denial may pass is said with it.
 */
final class PatientSource implements LeaseSource {
    private final SessionSpec spec;
    private final Supplier<Attempt> attempts;
    private final Patience patience;
    private final Optional<RoleFacts> facts;
    private final Clock clock;
    private final Sleeper sleeper;
    private volatile @Nullable Instant deniedSince;

    PatientSource(
            SessionSpec spec,
            Supplier<Attempt> attempts,
            Patience patience,
            Optional<RoleFacts> facts,
            Clock clock,
            Sleeper sleeper) {
        this.spec = spec;
        this.attempts = attempts;
        this.patience = patience;
        this.facts = facts;
        this.clock = clock;
        this.sleeper = sleeper;
    }

    @Override
    public Lease obtain(Need need) {
        try {
            return persist(need);
        } catch (SessionException e) {
            throw e;
        } catch (Throwable e) { // an Error too: who waits must hear of it
            throw new AssumeRoleFailure(spec, e, Optional.empty(), Secrets.of(spec)).exception();
        }
    }

    private Lease persist(Need need) {
        for (int denials = 1; ; denials++) {
            Attempt attempt = attempts.get();
            if (attempt instanceof Attempt.Granted granted) {
                deniedSince = null;
                return granted.lease();
            }
            AssumeRoleFailure failure = ((Attempt.Refused) attempt).failure();
            if (!failure.denied()) {
                throw failure.exception();
            }
            Instant now = clock.instant();
            Instant since = deniedSince == null ? now : deniedSince;
            deniedSince = since;
            if (!mayWait(need, failure) || !waited(patience.pause(now, denials))) {
                throw denied(failure, since, now);
            }
        }
    }

    private static boolean mayWait(Need need, AssumeRoleFailure failure) {
        return need == Need.WAITED_FOR && failure.lasting().isEmpty();
    }

    /** Waits, and returns whether it did: not where there is no time left, nor where the session was closed meanwhile. */
    private boolean waited(Optional<Duration> pause) {
        if (pause.isEmpty()) {
            return false;
        }
        try {
            sleeper.sleep(pause.get());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private UnableToAssumeRoleException denied(AssumeRoleFailure failure, Instant since, Instant now) {
        Optional<String> verdict = failure.lasting().or(() -> patience.verdict(since, now));
        Denial denial = verdict.isPresent() ? Denial.PERMANENT : Denial.PERHAPS_NOT_YET_KNOWN;
        return failure.denied(denial, facts.flatMap(known -> explanation(known, failure, now)), verdict);
    }

    /** Looks for the reason. The facts are the caller's code and may fail as they like: the denial is what counts. */
    private Optional<String> explanation(RoleFacts known, AssumeRoleFailure failure, Instant now) {
        if (Thread.currentThread().isInterrupted()) {
            return Optional.empty();
        }
        try {
            return DenialExplanation.explain(known, spec, failure.caller(), now);
        } catch (Throwable e) {
            return Optional.empty();
        }
    }
}
