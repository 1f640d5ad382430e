// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sts;

import static io.github.dkpbootstrap.sts.SessionBench.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dkpbootstrap.policy.Arn;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.slf4j.event.Level;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.core.exception.SdkClientException;

/** Who calls: a user, the wanted role itself, another role. */
class SessionCallerTest {
    private static final String SAME = "arn:aws:sts::123456789012:assumed-role/dkp-bootstrapper-role/i-0123";
    private static final String OTHER = "arn:aws:sts::123456789012:assumed-role/ci/build-7";

    private final AtomicReference<AwsCredentials> source = new AtomicReference<>();
    private final AwsCredentialsProvider provider = source::get;

    @Test
    void longLivedKeysAreNotAskedAbout() {
        try (SessionBench bench = new SessionBench(s -> s.sourceCredentials(SessionBench.USER))) {
            bench.resolve();
            assertThat(bench.sts.assumedBy).containsExactly("AKIAEXAMPLE00000001");
            assertThat(bench.sts.askedAbout).containsExactly(key(1));
        }
    }

    @Test
    void theRolesOwnSessionIsUsedAsItIs() {
        try (SessionBench bench = bench(SAME, s -> {})) {
            source.set(session(1, bench, Duration.ofHours(6)));
            assertThat(bench.session.credentials().resolveCredentials()).isSameAs(source.get());
            assertThat(bench.sts.calls()).isZero();
            IssuedCredentials issued = bench.session.issued();
            assertThat(issued.assumedRoleArn()).contains(Arn.parse(SAME));
            assertThat(issued.accountId()).contains("123456789012");
            assertThat(issued.expiration()).contains(bench.clock.instant().plus(Duration.ofHours(6)));
            assertThat(bench.log.at(Level.INFO)).singleElement().asString().contains(SAME, "AssumeRole is not called");
        }
    }

    @Test
    void theRolesOwnSessionIsReadAgainInItsLastPartAndSaidOnce() {
        try (SessionBench bench = bench(SAME, s -> {})) {
            source.set(session(1, bench, Duration.ofHours(6)));
            bench.resolve();
            AwsCredentials first = source.get();
            source.set(session(2, bench, Duration.ofHours(12)));
            bench.advance(Duration.ofHours(5).minusMillis(1));
            assertThat(bench.session.credentials().resolveCredentials()).isSameAs(first);
            bench.settle();
            bench.advance(Duration.ofMillis(1));
            bench.resolve();
            bench.settle();
            assertThat(bench.session.credentials().resolveCredentials()).isSameAs(source.get());
            assertThat(bench.sts.askedAbout).containsExactly("ASIASOURCE000000001", "ASIASOURCE000000002");
            assertThat(bench.log.at(Level.INFO)).hasSize(1);
        }
    }

    @Test
    void theRolesOwnSessionIsNotReadMoreThanOnceAMinuteAndNeverServedPastItsEnd() {
        int[] reads = {0};
        try (SessionBench bench = new SessionBench(s -> s.sourceCredentials((AwsCredentialsProvider) () -> {
            reads[0]++;
            return source.get();
        }))) {
            owns(bench, SAME);
            source.set(session(1, bench, Duration.ofHours(1)));
            bench.resolve();
            for (int second = 0; second < 3_599; second++) {
                bench.advance(Duration.ofSeconds(1));
                bench.resolve();
                bench.settle();
            }
            assertThat(reads[0]).isBetween(3, 15);
            bench.advance(Duration.ofSeconds(1));
            assertThatThrownBy(bench::resolve)
                    .isInstanceOf(UnableToAssumeRoleException.class)
                    .hasMessageContainingAll("session of it already", "ended at", "renew them");
            source.set(session(2, bench, Duration.ofHours(1)));
            bench.advance(Duration.ofSeconds(8));
            assertThat(bench.resolve()).isEqualTo("ASIASOURCE000000002");
            assertThat(bench.sts.calls()).isZero();
        }
    }

    @Test
    void theRolesOwnSessionOfUnknownEndIsReadAgainWithinFiveMinutes() {
        try (SessionBench bench = bench(SAME, s -> {})) {
            source.set(AwsSessionCredentials.create("ASIASOURCE000000001", "hush", "hush"));
            bench.resolve();
            assertThat(bench.session.issued().expiration()).isEmpty();
            source.set(AwsSessionCredentials.create("ASIASOURCE000000002", "hush", "hush"));
            bench.advance(Duration.ofMinutes(5));
            assertThat(bench.resolve()).isEqualTo("ASIASOURCE000000002");
        }
    }

    @Test
    void theRolesOwnSessionOfUnknownEndIsNotServedOnceAwsRefusesIt() {
        try (SessionBench bench = bench(SAME, s -> {})) {
            source.set(AwsSessionCredentials.create("ASIASOURCE000000001", "hush", "hush"));
            bench.resolve();
            bench.advance(Duration.ofMinutes(5));
            bench.sts.failIdentity(SdkClientException.create("no route"));
            assertThat(bench.resolve()).isEqualTo("ASIASOURCE000000001");
            bench.advance(Duration.ofMinutes(5));
            bench.sts.failIdentity(FakeSts.error("ExpiredToken", "The security token is expired"));
            assertThatThrownBy(bench::resolve)
                    .isInstanceOf(UnableToAssumeRoleException.class)
                    .hasMessageContaining("have themselves expired");
        }
    }

    @Test
    void aLongDurationDoesNotMatterToTheRolesOwnSession() {
        try (SessionBench bench = bench(SAME, s -> s.duration(Duration.ofHours(12)))) {
            source.set(session(1, bench, Duration.ofHours(6)));
            assertThat(bench.resolve()).isEqualTo("ASIASOURCE000000001");
        }
    }

    @Test
    void whatOnlyAssumeRoleCanGiveIsAskedForAndADenialSaysWhy() {
        try (SessionBench bench = bench(SAME, s -> s.tag("team", "blue").sourceIdentity("alice"))) {
            source.set(session(1, bench, Duration.ofHours(6)));
            assertThat(bench.resolve()).isEqualTo(key(1));
            bench.session.invalidate();
            bench.sts.fail("AccessDenied", "not authorized");
            assertThatThrownBy(bench::resolve)
                    .isInstanceOfSatisfying(
                            UnableToAssumeRoleException.class,
                            e -> assertThat(e.denial()).isEqualTo(Denial.PERMANENT))
                    .hasMessageContainingAll("this very role already", "tag(..), sourceIdentity(..)", "leave that out")
                    .hasMessageNotContaining("Likely causes");
        }
    }

    @Test
    void aRoleOfTheSameNameInAnotherAccountIsAnotherRole() {
        try (SessionBench bench = bench(SAME.replace("123456789012", "999999999999"), s -> {})) {
            source.set(session(1, bench, Duration.ofHours(6)));
            assertThat(bench.resolve()).isEqualTo(key(1));
        }
        try (SessionBench bench = bench(SAME.replace("arn:aws:", "arn:aws-cn:"), s -> {})) {
            source.set(session(1, bench, Duration.ofHours(6)));
            assertThat(bench.resolve()).isEqualTo(key(1));
        }
    }

    @Test
    void thePathOfTheRoleIsNoPartOfItsSessions() {
        try (SessionBench bench =
                bench(SAME, s -> s.roleArn("arn:aws:iam::123456789012:role/team/a/dkp-bootstrapper-role"))) {
            source.set(session(1, bench, Duration.ofHours(6)));
            assertThat(bench.resolve()).isEqualTo("ASIASOURCE000000001");
        }
    }

    @Test
    void aChainOfMoreThanAnHourIsRefusedBeforeTheCall() {
        try (SessionBench bench = bench(OTHER, s -> s.duration(Duration.ofHours(2)))) {
            source.set(session(1, bench, Duration.ofHours(6)));
            assertThatThrownBy(bench::resolve)
                    .isInstanceOf(InvalidSessionException.class)
                    .hasMessageContainingAll(OTHER, "one hour at most", "7200 s", "3600 s or less");
            assertThat(bench.sts.calls()).isZero();
        }
    }

    @Test
    void aChainOfAnHourIsMade() {
        try (SessionBench bench = bench(OTHER, s -> {})) {
            source.set(session(1, bench, Duration.ofHours(6)));
            assertThat(bench.resolve()).isEqualTo(key(1));
            assertThat(bench.sts.assumedBy).containsExactly("ASIASOURCE000000001");
        }
    }

    @Test
    void aUsersOwnSessionIsNoChain() {
        try (SessionBench bench = bench("arn:aws:iam::123456789012:user/bob", s -> s.duration(Duration.ofHours(2)))) {
            source.set(session(1, bench, Duration.ofHours(6)));
            assertThat(bench.resolve()).isEqualTo(key(1));
        }
    }

    @Test
    void aSourceIsAskedAboutOnceForEachAccessKeyId() {
        try (SessionBench bench = bench(OTHER, s -> {})) {
            for (int hour = 0; hour < 4; hour++) {
                source.set(session(1 + hour / 2, bench, Duration.ofHours(6)));
                bench.resolve();
                bench.advance(Duration.ofHours(1));
            }
            assertThat(bench.sts.askedAbout.stream().filter(id -> id.startsWith("ASIASOURCE")))
                    .containsExactly("ASIASOURCE000000001", "ASIASOURCE000000002");
            assertThat(bench.sts.calls()).isEqualTo(4);
        }
    }

    @Test
    void withoutAnAnswerTheRoleIsAssumedAllTheSame() {
        try (SessionBench bench = bench(OTHER, s -> s.duration(Duration.ofHours(2)))) {
            source.set(session(1, bench, Duration.ofHours(6)));
            bench.sts.failIdentity(SdkClientException.create("no route"));
            assertThat(bench.resolve()).isEqualTo(key(1));
            bench.session.invalidate();
            bench.sts.failIdentity(null);
            assertThatThrownBy(bench::resolve).isInstanceOf(InvalidSessionException.class);
        }
    }

    private SessionBench bench(String owner, Consumer<DkpSession.Builder> settings) {
        SessionBench bench = new SessionBench(settings.andThen(s -> s.sourceCredentials(provider)));
        owns(bench, owner);
        return bench;
    }

    private static void owns(SessionBench bench, String owner) {
        bench.sts.owns("ASIASOURCE000000001", owner);
        bench.sts.owns("ASIASOURCE000000002", owner);
    }

    private static AwsCredentials session(int number, SessionBench bench, Duration life) {
        return AwsSessionCredentials.builder()
                .accessKeyId("ASIASOURCE00000000" + number)
                .secretAccessKey(FakeSts.MARK + "-source-secret")
                .sessionToken(FakeSts.MARK + "-source-token")
                .expirationTime(bench.clock.instant().plus(life))
                .build();
    }
}
