// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;

/** Secrets in places of a failure where they are easily overlooked, and those that look like something else. */
@Timeout(value = 30, unit = TimeUnit.SECONDS)
class FailureSecrecyTest {
    private static final String MFA = "arn:aws:iam::123456789012:mfa/alice";
    private static final String DENIED =
            "User: arn:aws:iam::123456789012:user/bob is not authorized to perform: sts:AssumeRole";

    @Test
    void leavesOutAFailureThatQuotesTheExternalIdInWhatWasSuppressed() {
        RuntimeException failure = SdkClientException.create("no answer");
        failure.addSuppressed(new IllegalStateException("attempt 1: Value 'hush-id' at 'externalId'"));

        assertThat(printed(failure(failure, s -> s.externalId("hush-id"))))
                .contains("no answer")
                .doesNotContain("hush");
    }

    @Test
    @SuppressWarnings("OverrideThrowableToString") // what is tested
    void leavesOutAFailureOfWhichOnlyToStringQuotesTheExternalId() {
        RuntimeException failure = new RuntimeException("no answer") {
            private static final long serialVersionUID = 1L;

            @Override
            public String toString() {
                return getMessage() + " to [externalId=hush-id]";
            }
        };

        assertThat(printed(failure(failure, s -> s.externalId("hush-id")))).doesNotContain("hush");
    }

    @Test
    void aFailureThatCausesItselfLeavesNobodyWaiting() {
        RuntimeException one = new IllegalStateException("one");
        one.initCause(new IllegalStateException("other", one));

        assertThat(failure(one, s -> s.externalId("hush-id"))).hasMessageContaining("one");
    }

    @Test
    void hidesAnExternalIdThatTheSourceOfCredentialsQuotes() {
        AwsCredentialsProvider source = () -> {
            throw SdkClientException.create("Value 'hush-id' at 'externalId' failed");
        };

        assertThat(printed(failure(
                        SdkClientException.create("not called"),
                        s -> s.externalId("hush-id").sourceCredentials(source))))
                .contains("'****' at 'externalId'", "no credentials to assume the role with")
                .doesNotContain("hush");
    }

    @Test
    void readsTheCallerFromAwssWordsWhereTheExternalIdIsTheAccount() {
        assertThat(failure(
                        FakeSts.error(
                                "AccessDenied",
                                DENIED.replace(
                                        "iam::123456789012:user/bob",
                                        "sts::123456789012:assumed-role/dkp-bootstrapper-role/i-1")),
                        s -> s.externalId("123456789012")))
                .hasMessageContaining("session of this very role already");
    }

    @Test
    void recognisesAnExplicitDenyWhereTheExternalIdIsAWordOfIt() {
        UnableToAssumeRoleException e = failure(
                FakeSts.error("AccessDenied", DENIED + " with an explicit deny in an identity-based policy"),
                s -> s.externalId("deny"));

        assertThat(e.denial()).isEqualTo(Denial.PERMANENT);
    }

    @Test
    void aSupplierOfCodesThatThrowsWhatItDoesNotDeclareIsAClearErrorWithoutWhatWasTyped() {
        for (Throwable thrown : new Throwable[] {
            new IOException("typed 987654"), new AssertionError("typed 987654"), new InterruptedException("987654")
        }) {
            try (SessionBench bench = new SessionBench(s -> s.mfa(MFA, () -> sneaky(thrown)))) {
                assertThatThrownBy(bench::resolve)
                        .isInstanceOf(UnableToAssumeRoleException.class)
                        .hasMessageContainingAll(thrown.getClass().getName(), MFA)
                        .hasMessageNotContaining("987654")
                        .hasNoCause();
            }
        }
    }

    @SuppressWarnings("unchecked") // as languages do that have no checked exceptions
    private static <T extends Throwable> String sneaky(Throwable thrown) throws T {
        throw (T) thrown;
    }

    private static String printed(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    private static UnableToAssumeRoleException failure(RuntimeException from, Consumer<DkpSession.Builder> settings) {
        try (SessionBench bench = new SessionBench(settings)) {
            bench.sts.fail(from);
            return catchThrowableOfType(UnableToAssumeRoleException.class, bench::resolve);
        }
    }
}
