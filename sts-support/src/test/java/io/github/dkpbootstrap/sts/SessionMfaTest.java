// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sts;

import static io.github.dkpbootstrap.sts.SessionBench.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;

class SessionMfaTest {
    private static final String MFA = "arn:aws:iam::123456789012:mfa/alice";

    @Test
    void asksForANewCodeAtEachCallOnTheSessionsThread() {
        AtomicInteger codes = new AtomicInteger(111_110);
        List<String> threads = new CopyOnWriteArrayList<>();
        try (SessionBench bench = bench(() -> {
            threads.add(Thread.currentThread().getName());
            return Integer.toString(codes.incrementAndGet());
        })) {
            bench.resolveAndLand();
            bench.advance(Duration.ofMinutes(50));
            bench.resolveAndLand();
            assertThat(bench.sts.requests)
                    .extracting(AssumeRoleRequest::tokenCode)
                    .containsExactly("111111", "111112");
            assertThat(threads).hasSize(2).containsOnly(bench.session.toString());
        }
    }

    @Test
    void asksForNoCodeBeforeCredentialsAreWanted() {
        bench(() -> {
                    throw new AssertionError("asked");
                })
                .close();
    }

    @Test
    void whiteSpaceAroundACodeDoesNotMatter() {
        try (SessionBench bench = bench(() -> " 123456\n")) {
            bench.resolve();
            assertThat(bench.sts.requests.get(0).tokenCode()).isEqualTo("123456");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "98765", "9876543", "98765x", "987 654", "\u0661\u0662\u0663\u0664\u0665\u0666"})
    void refusesWhatIsNoCodeWithoutShowingItAndWithoutACall(String code) {
        try (SessionBench bench = bench(() -> code)) {
            Throwable failure = catchThrowable(bench::resolve);
            assertThat(failure)
                    .isInstanceOf(UnableToAssumeRoleException.class)
                    .hasMessageContainingAll(MFA, "not given as six digits");
            if (!code.isEmpty()) {
                assertThat(failure).hasMessageNotContaining(code);
            }
            assertThat(bench.sts.calls()).isZero();
        }
    }

    @Test
    @SuppressWarnings("NullAway") // what a supplier that is not checked for nullness may do
    void aSupplierThatGivesNothingIsAClearError() {
        try (SessionBench bench = bench(() -> null)) {
            assertThatThrownBy(bench::resolve).hasMessageContaining("not given as six digits");
        }
    }

    @Test
    void aSupplierThatFailsIsAClearErrorWithoutWhatWasTyped() {
        try (SessionBench bench = bench(() -> {
            throw new NumberFormatException("For input string: \"987654\"");
        })) {
            assertThatThrownBy(bench::resolve)
                    .isInstanceOf(UnableToAssumeRoleException.class)
                    .hasMessageContainingAll("NumberFormatException", "For input string")
                    .hasMessageNotContaining("987654")
                    .hasNoCause();
            assertThat(bench.sts.calls()).isZero();
        }
    }

    @Test
    void aSupplierThatBlocksKeepsNobodyFromValidCredentials() {
        FakeSts.Gate gate = new FakeSts.Gate();
        AtomicInteger asked = new AtomicInteger();
        try (SessionBench bench = bench(() -> {
            if (asked.incrementAndGet() > 1) {
                gate.pass();
            }
            return "123456";
        })) {
            bench.resolveAndLand();
            bench.advance(Duration.ofMinutes(50));
            assertThat(bench.resolve()).isEqualTo(key(1));
            gate.awaitCall();
            assertThat(bench.resolve()).isEqualTo(key(1));
            gate.open();
            bench.log.next();
            assertThat(bench.resolve()).isEqualTo(key(2));
        }
    }

    @Test
    void hidesACodeThatAwsQuotes() {
        try (SessionBench bench = bench(() -> "123456")) {
            bench.sts.fail("ValidationError", "Value '123456' at 'tokenCode' failed to satisfy constraint");
            assertThatThrownBy(bench::resolve)
                    .hasMessageContaining("'****' at 'tokenCode'")
                    .hasNoCause();
        }
    }

    @Test
    void aCodeThatWasNotTakenIsSaidAndNoMatterOfWaiting() {
        try (SessionBench bench = bench(() -> "123456")) {
            bench.sts.fail("AccessDenied", "MultiFactorAuthentication failed with invalid MFA one time pass code.");
            assertThatThrownBy(bench::resolve)
                    .isInstanceOfSatisfying(
                            UnableToAssumeRoleException.class,
                            e -> assertThat(e.denial()).isEqualTo(Denial.PERMANENT))
                    .hasMessageContaining("works once");
        }
    }

    @Test
    void aDeviceWithoutASupplierIsRefused() {
        SessionSpec spec = SessionSpec.builder()
                .roleArn(SessionBench.ROLE)
                .mfaSerialNumber(MFA)
                .build();
        assertThatThrownBy(() -> new SessionBench(s -> s.spec(spec)))
                .isInstanceOf(InvalidSessionException.class)
                .hasMessageContainingAll(MFA, "mfa(serialNumber, code)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GAHT12345678", "123456789", MFA, "arn:aws-cn:iam::123456789012:mfa/team/alice"})
    void takesDevicesWithCodes(String serial) {
        new SessionBench(s -> s.mfa(serial, () -> "123456")).close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12345678",
                "a serial number",
                "arn:aws:iam::123456789012:u2f/user/alice/key-1",
                "arn:aws:iam::123456789012:user/alice",
                "arn:aws:iam::1234:mfa/alice"
            })
    void refusesWhatIsNoDeviceWithCodes(String serial) {
        assertThatThrownBy(() -> new SessionBench(s -> s.mfa(serial, () -> "123456")))
                .isInstanceOf(InvalidSessionException.class)
                .hasMessageContaining("arn:aws:iam::123456789012:mfa/NAME");
        assertThatThrownBy(() -> new SessionBench(s -> s.mfa("1".repeat(257), () -> "123456")))
                .hasMessageContaining("257 characters");
    }

    private static SessionBench bench(Supplier<String> code) {
        return new SessionBench(s -> s.mfa(MFA, code));
    }
}
