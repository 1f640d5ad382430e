// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap;

import io.github.dkpbootstrap.sts.DkpSession;
import io.github.dkpbootstrap.testkit.AccessKeys;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.Credentials;

/** A session of the bootstrapper role on the testkit, used by a crowd minute after minute, and what came of it. */
final class SessionDay implements AutoCloseable {
    static final int THREADS = 64;
    private static final Duration MINUTE = Duration.ofMinutes(1);

    final InProcessAccount account;
    final SkewedClock clock;
    final DkpSession session;
    /** The credentials that assume the role, which a test can change. */
    volatile AwsCredentials source;

    private final RecordedLog log = RecordedLog.ofAllThreads();
    private final Crowd crowd = new Crowd(THREADS);
    private final StsClient sts;
    private final IamClient iam;
    private volatile Instant servedUntil = Instant.MIN;

    int minutesPassed;
    int answers;
    int failures;
    int waits;
    int expired;
    int needlessWaits;
    private final List<Duration> handOvers = new ArrayList<>();

    SessionDay(InProcessAccount account, DkpDeployment dkp, AccessKeys keys) {
        this.account = account;
        this.clock = new SkewedClock(account.clock);
        this.source = basic(keys);
        sts = account.sts(() -> source);
        session = dkp.openSession(s -> s.sessionName("day")
                .stsClient(sts)
                .clock(clock)
                .sleeper(account.clock::advance)
                .denialBudget(Duration.ofMinutes(2)));
        iam = account.iam(session.credentials());
    }

    static AwsCredentials basic(AccessKeys keys) {
        return AwsBasicCredentials.create(keys.accessKeyId(), keys.secretAccessKey());
    }

    /** Lets the minutes pass; in each the whole crowd asks, and one uses what it got. */
    void pass(int minutes, Consumer<Crowd.Answer> check) {
        for (int i = 0; i < minutes; i++) {
            account.clock.advance(MINUTE);
            minutesPassed++;
            minute(check);
        }
    }

    /** Lets the whole crowd ask once. */
    void minute(Consumer<Crowd.Answer> check) {
        boolean atHand = clock.instant().isBefore(servedUntil);
        List<Crowd.Answer> all = crowd.ask(session.credentials());
        settle();
        for (Crowd.Answer answer : all) {
            count(answer, atHand);
        }
        all.forEach(check);
    }

    private void count(Crowd.Answer answer, boolean atHand) {
        answers++;
        handOvers.add(answer.handedOver());
        waits += answer.waited() ? 1 : 0;
        needlessWaits += answer.waited() && atHand ? 1 : 0;
        if (answer.identity() == null) {
            failures++;
            return;
        }
        Instant end = answer.identity().expirationTime().orElseThrow();
        expired += account.clock.instant().isBefore(end) ? 0 : 1;
        servedUntil = end;
    }

    /** Returns temporary credentials of the user whose keys the source are. */
    Credentials signIn(Duration duration) {
        return sts.getSessionToken(r -> r.durationSeconds((int) duration.toSeconds()))
                .credentials();
    }

    /** After it whoever asks waits: what was at hand is not any more. */
    void invalidate() {
        session.invalidate();
        servedUntil = Instant.MIN;
    }

    /** Waits until the refreshes under way have ended. */
    private void settle() {
        settle(session);
    }

    /** Waits until the refreshes of a session that are under way have ended. */
    static void settle(DkpSession session) {
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().equals(session.toString())) {
                try {
                    thread.join();
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                }
            }
        }
    }

    /** Uses the session's credentials for what the bootstrapper may do; returns AWS's error code, or OK. */
    String use() {
        try {
            iam.createServiceLinkedRole(r -> r.awsServiceName("spot.amazonaws.com"));
            return "OK";
        } catch (AwsServiceException e) {
            String code = e.awsErrorDetails().errorCode();
            return code.equals("InvalidInput") ? "OK" : code; // it exists: allowed, and done before
        }
    }

    /** Returns the time, in microseconds, within which resolveIdentity returned to this share of the askers. */
    long handedOverMicros(double share) {
        List<Duration> sorted = handOvers.stream().sorted().toList();
        return sorted.get((int) Math.ceil(share * sorted.size()) - 1).toNanos() / 1_000;
    }

    long stsCalls() {
        return account.actions().stream().filter("sts:AssumeRole"::equals).count();
    }

    /** Returns how many warnings the session has logged. */
    long warnings() {
        return log.warnings().stream()
                .filter(line -> line.contains("Session 'day'"))
                .count();
    }

    @Override
    public void close() {
        session.close();
        crowd.close();
        iam.close();
        sts.close();
        log.close();
    }
}
