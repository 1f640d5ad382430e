// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.sts.model.StsException;

/** The secrets of a call, wherever and however AWS quotes them. */
class SecretsTest {
    private static final SessionSpec SPEC = SessionSpec.builder()
            .roleArn(SessionBench.ROLE)
            .externalId("hush/id+1=x")
            .build();

    private final Secrets secrets = Secrets.of(
            SPEC,
            Optional.of(AwsSessionCredentials.create("ASIASOURCE", "hush/secret+key", "hush/token==")),
            Optional.of("123456"));

    @Test
    void areMaskedAsTheyAreAndAsUrlsAndJsonWriteThem() {
        assertThat(secrets.masked(
                        "ExternalId%3Dhush%2Fid%2B1%3Dx&TokenCode%3D123456 hush\\/secret+key and hush/token=="))
                .isEqualTo("ExternalId%3D****&TokenCode%3D**** **** and ****");
    }

    @Test
    void areMaskedWhereATokenIsSignedThatIsNotKnown() {
        assertThat(secrets.masked(
                        "The Canonical String should have been 'POST\n/\n\nx-amz-security-token:FwoG+/=\n\nhost'"))
                .isEqualTo("The Canonical String should have been 'POST\n/\n\nx-amz-security-token:****\n\nhost'");
    }

    @Test
    void leaveOtherWordsAndNumbersAlone() {
        Secrets few = Secrets.of(withExternalId("id"), Optional.empty(), Optional.of("000000"));

        assertThat(few.masked("The id of the identity valid for 10000000"))
                .isEqualTo("The **** of the identity valid for 10000000");
    }

    @Test
    void keepACauseOutHoweverDeepTheyAreInIt() {
        Throwable fine = SdkClientException.create("a time-out");
        Throwable earlier = SdkClientException.create("a time-out");
        earlier.addSuppressed(SdkClientException.create("Request attempt 1 failure: hush/id+1=x is wrong"));
        Throwable deep =
                SdkClientException.create("a", SdkClientException.create("b", new IllegalStateException("123456")));

        assertThat(Causes.safe(fine, secrets)).isSameAs(fine);
        assertThat(Causes.safe(earlier, secrets)).isNull();
        assertThat(Causes.safe(deep, secrets)).isNull();
        assertThat(Causes.safe(answer("<Message>hush/token==</Message>"), secrets))
                .isNull();
        assertThat(Causes.safe(answer("<Message>no</Message>"), secrets)).isNotNull();
    }

    @Test
    void areInNoText() {
        assertThat(secrets.toString()).matches("[0-9]+ patterns");
    }

    private static Throwable answer(String body) {
        return StsException.builder()
                .message("no")
                .awsErrorDetails(AwsErrorDetails.builder()
                        .errorCode("AccessDenied")
                        .rawResponse(SdkBytes.fromUtf8String(body))
                        .build())
                .build();
    }

    private static SessionSpec withExternalId(String externalId) {
        return SessionSpec.builder()
                .roleArn(SessionBench.ROLE)
                .externalId(externalId)
                .build();
    }
}
