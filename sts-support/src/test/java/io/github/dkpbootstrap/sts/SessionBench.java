// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sts;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/** A session with everything around it that a test moves and reads. */
final class SessionBench implements AutoCloseable {
    static final String ROLE = "arn:aws:iam::123456789012:role/dkp-bootstrapper-role";
    static final AwsCredentialsProvider USER = StaticCredentialsProvider.create(
            AwsBasicCredentials.create("AKIAEXAMPLE00000001", FakeSts.MARK + "-user-secret"));

    final VirtualClock clock = new VirtualClock();
    final FakeSts sts = new FakeSts(clock);
    final RecordingLogger log = new RecordingLogger();
    final DkpSession session;

    SessionBench() {
        this(session -> {});
    }

    SessionBench(Consumer<DkpSession.Builder> settings) {
        DkpSession.Builder builder = DkpSession.builder()
                .roleArn(ROLE)
                .sessionName("test")
                .stsClient(sts)
                .clock(clock)
                .logger(log);
        settings.accept(builder);
        session = builder.build();
    }

    String resolve() {
        return session.credentials().resolveCredentials().accessKeyId();
    }

    CompletableFuture<? extends AwsCredentialsIdentity> resolveAsync() {
        return session.credentials().resolveIdentity();
    }

    /** Asks as {@link #resolve()} does, and waits for the refresh in the background that this starts. */
    String resolveAndLand() {
        String key = resolve();
        log.next();
        return key;
    }

    /** Returns the threads of the session that are alive. */
    List<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals(session.toString()))
                .toList();
    }

    /** Waits until nothing that was started goes on. */
    void settle() {
        for (Thread thread : threads()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }

    void advance(Duration by) {
        clock.advance(by);
    }

    static String key(int call) {
        return "ASIAEXAMPLE0000000" + call;
    }

    @Override
    public void close() {
        session.close();
    }
}
