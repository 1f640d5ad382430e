// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.iam.model.IamException;

/** Which failures pass, and which of the others are for want of a permission. */
class PassingFaultTest {
    @ParameterizedTest
    @ValueSource(strings = {"ConcurrentModification", "EntityTemporarilyUnmodifiable"})
    void whatSomebodyElseIsChangingJustNowIsTriedAgain(String code) {
        assertThat(PassingFault.is(failure(code, 409))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"EntityAlreadyExists,409", "AccessDenied,403", "LimitExceeded,409", "ExpiredToken,403"})
    void whatStaysAsItIsIsNot(String code, int status) {
        assertThat(PassingFault.is(failure(code, status))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"AccessDenied,403", "AccessDeniedException,400", "UnauthorizedOperation,403"})
    void aMissingPermissionIsToldByItsCode(String code, int status) {
        assertThat(Denials.isDenied(failure(code, status))).isTrue();
        assertThat(Denials.isFinal(failure(code, status))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ExpiredToken", "InvalidClientTokenId", "SignatureDoesNotMatch"})
    void credentialsThatAreNotAcceptedLackNoPermission(String code) {
        assertThat(Denials.isDenied(failure(code, 403))).isFalse();
        assertThat(Denials.isFinal(failure(code, 403))).isTrue();
    }

    @Test
    void aRefusalWithoutACodeIsNoAnswerOfAws() {
        AwsServiceException proxy =
                (AwsServiceException) IamException.builder().statusCode(403).build();

        assertThat(Denials.isDenied(proxy)).isFalse();
        assertThat(PassingFault.is(proxy)).isTrue();
    }

    private static AwsServiceException failure(String code, int status) {
        return (AwsServiceException) IamException.builder()
                .statusCode(status)
                .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).build())
                .build();
    }
}
