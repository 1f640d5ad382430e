// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.sts.model.StsException;

class AssumeRoleFailureTest {
    private static final String DENIED =
            "User: arn:aws:iam::123456789012:user/bob is not authorized to perform: sts:AssumeRole on resource: "
                    + SessionBench.ROLE;

    @Test
    void accessDeniedSaysWhatAwsSaidAndWhatToDo() {
        UnableToAssumeRoleException e = failure(FakeSts.error("AccessDenied", DENIED), s -> {});
        assertThat(e).isInstanceOf(SdkClientException.class).hasCauseInstanceOf(StsException.class);
        assertThat(e.roleArn()).hasToString(SessionBench.ROLE);
        assertThat(e.awsErrorCode()).contains("AccessDenied");
        assertThat(e.retryable()).isFalse();
        assertThat(e)
                .hasMessageContainingAll(
                        DENIED,
                        "request-1",
                        "allows sts:AssumeRole",
                        "trust policy",
                        "new and not yet known",
                        "externalId(..)");
    }

    @Test
    void accessDeniedWithAnExternalIdSaysToCompareIt() {
        assertThat(failure(FakeSts.error("AccessDenied", DENIED), s -> s.externalId("hush-id")))
                .hasMessageContaining("compare them")
                .hasMessageNotContaining("hush-id");
    }

    @Test
    void accessDeniedToASessionOfTheSameRoleSaysThatThereIsNothingToAssume() {
        String said = DENIED.replace(
                "iam::123456789012:user/bob", "sts::123456789012:assumed-role/dkp-bootstrapper-role/i-1");
        assertThat(failure(FakeSts.error("AccessDenied", said), s -> {}))
                .hasMessageContaining("session of this very role already")
                .hasMessageNotContaining("Likely causes");
    }

    @Test
    void expiredTokenSaysThatTheSourceCredentialsExpired() {
        assertThat(failure(
                        FakeSts.error("ExpiredToken", "The security token included in the request is expired"),
                        s -> {}))
                .hasMessageContaining("that were to assume the role have themselves expired");
    }

    @Test
    void durationAndChainingErrorsSayWhatToChange() {
        assertThat(failure(
                        FakeSts.error(
                                "ValidationError",
                                "The requested DurationSeconds exceeds the MaxSessionDuration set for this role."),
                        s -> {}))
                .hasMessageContaining("raise the role's MaxSessionDuration");
        assertThat(failure(
                        FakeSts.error(
                                "ValidationError",
                                "The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining."),
                        s -> {}))
                .hasMessageContaining("3600 s");
    }

    @Test
    void unknownCodesCarryAwsOwnWords() {
        assertThat(failure(FakeSts.error("Surprise", "never seen"), s -> {}))
                .hasMessageContainingAll("Surprise", "never seen")
                .hasMessageNotContaining(System.lineSeparator());
    }

    @Test
    void missingSourceCredentialsAreToldFromABrokenNetwork() {
        UnableToAssumeRoleException none =
                failure(SdkClientException.create("Unable to load credentials from any of the providers"), s -> {});
        assertThat(none.awsErrorCode()).isEmpty();
        assertThat(none).hasMessageContaining("no credentials to assume the role with");
        assertThat(failure(SdkClientException.create("Unable to execute HTTP request"), s -> {}))
                .hasMessageContaining("check the network");
    }

    @Test
    void hidesAnExternalIdThatAwsQuotes() {
        StsException quoting = FakeSts.error("ValidationError", "Value 'hush-id' at 'externalId' failed");
        UnableToAssumeRoleException e = failure(quoting, s -> s.externalId("hush-id"));
        assertThat(e).hasMessageContaining("'****' at 'externalId'").hasNoCause();
    }

    private static UnableToAssumeRoleException failure(RuntimeException from, Consumer<DkpSession.Builder> settings) {
        try (SessionBench bench = new SessionBench(settings)) {
            bench.sts.fail(from);
            return catchThrowableOfType(UnableToAssumeRoleException.class, bench::resolve);
        }
    }
}
