// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/**
 * Attempts to get credentials, each in these steps: find the source credentials, find out whose they are, use them as they
 * are or assume the role with them, check whom STS gave credentials for.
 */
final class AssumeRoleAttempts implements Supplier<Attempt> {
    private static final Duration LONGEST_CHAINED = Duration.ofHours(1);

    private final SessionSpec spec;
    private final Optional<SourceCredentials> host;
    private final SourceCredentials sources;
    private final Callers callers;
    private final DirectUse direct;
    private final Optional<MfaCodes> mfa;
    private final AssumeRoleCall call;
    private final IdentityCheck check;
    private final RefreshWindow window;
    private final RefreshJournal journal;
    private final Clock clock;

    AssumeRoleAttempts(
            SessionSpec spec,
            StsConnection connection,
            Optional<SourceCredentials> host,
            SourceCredentials sources,
            Optional<MfaCodes> mfa,
            RefreshWindow window,
            RefreshJournal journal,
            Clock clock) {
        this.spec = spec;
        this.host = host;
        this.sources = sources;
        this.mfa = mfa;
        this.window = window;
        this.journal = journal;
        this.clock = clock;
        callers = new Callers(connection.client());
        direct = new DirectUse(spec, connection.region(), window, clock);
        call = new AssumeRoleCall(connection.client(), spec, connection.region());
        check = new IdentityCheck(callers, spec.roleArn(), journal);
    }

    /**
     * Makes one attempt.
     *
     * @throws SessionException if it failed for a reason that is not STS's
     */
    @Override
    public Attempt get() {
        return ofHost().orElseGet(this::ofSource);
    }

    /** Nothing where the host has no instance profile, or one of another role. */
    private Optional<Attempt> ofHost() {
        return host.flatMap(SourceCredentials::resolve)
                .flatMap(identity ->
                        callers.ofSource(identity).filter(direct::suits).map(itself -> useDirectly(identity, itself)));
    }

    private Attempt ofSource() {
        Optional<AwsCredentialsIdentity> source = source();
        Optional<AwsCaller> caller = source.flatMap(callers::ofSource);
        if (source.isPresent() && caller.filter(direct::suits).isPresent()) {
            return useDirectly(source.get(), caller.get());
        }
        caller.filter(AwsCaller::isSessionOfARole).ifPresent(this::checkChaining);
        return assume(source, caller);
    }

    /** Where the end of the credentials is not known, AWS is asked at each look whether it was reached. */
    private Attempt useDirectly(AwsCredentialsIdentity source, AwsCaller caller) {
        Optional<AwsServiceException> refusal =
                source.expirationTime().isPresent() ? Optional.empty() : callers.refusal(source);
        if (refusal.isPresent()) {
            return new Attempt.Refused(new AssumeRoleFailure(
                    spec,
                    refusal.get(),
                    Optional.of(caller.arn()),
                    Secrets.of(spec, Optional.of(source), Optional.empty())));
        }
        Lease lease = direct.lease(source, caller);
        journal.direct(caller);
        return new Attempt.Granted(lease);
    }

    private Attempt assume(Optional<AwsCredentialsIdentity> source, Optional<AwsCaller> caller) {
        Optional<String> code = mfa.map(MfaCodes::next);
        try {
            IssuedCredentials issued = call.by(source, code);
            Lease lease = lease(issued);
            check.check(issued, source);
            return new Attempt.Granted(lease);
        } catch (SessionException e) {
            throw e;
        } catch (Throwable e) { // an Error too: the threads that wait for this call must hear of it
            return new Attempt.Refused(
                    new AssumeRoleFailure(spec, e, caller.map(AwsCaller::arn), Secrets.of(spec, source, code)));
        }
    }

    private Optional<AwsCredentialsIdentity> source() {
        try {
            return sources.resolve();
        } catch (SessionException e) { // of another session, whose credentials are the source of this one
            throw e;
        } catch (Throwable e) {
            throw AssumeRoleFailure.noSource(spec, e);
        }
    }

    private void checkChaining(AwsCaller caller) {
        if (spec.duration().compareTo(LONGEST_CHAINED) > 0) {
            throw new InvalidSessionException(
                    ("The caller %s is itself a session of a role, and STS gives such a caller one hour at most (role "
                                    + "chaining), not %d s: ask for 3600 s or less, or assume the role with credentials of a user")
                            .formatted(caller.arn(), spec.duration().toSeconds()));
        }
    }

    private Lease lease(IssuedCredentials issued) {
        Instant now = clock.instant();
        Lease lease = Lease.of(issued, now, spec.duration(), window);
        if (!lease.usable(now)) {
            throw AssumeRoleFailure.expiredOnArrival(spec, lease.end(), now);
        }
        return lease;
    }
}
