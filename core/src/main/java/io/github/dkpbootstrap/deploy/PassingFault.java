// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.deploy;

import java.io.IOException;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.awscore.AwsResponseMetadata;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;

/** Tells faults that pass by themselves from answers of AWS. */
final class PassingFault {
    private static final String UNKNOWN = "UNKNOWN";
    private static final int SERVER_ERROR = 500;
    private static final int NOT_IMPLEMENTED = 501;
    /** IAM's words for an entity that somebody else is changing just now; the SDK takes them for final. */
    private static final Set<String> PASSING_CODES = Set.of("ConcurrentModification", "EntityTemporarilyUnmodifiable");

    private PassingFault() {}

    /** Returns whether the same call may well succeed in a moment. */
    static boolean is(SdkException failure) {
        if (failure instanceof AwsServiceException service) {
            return service.isThrottlingException()
                    || (service.statusCode() >= SERVER_ERROR && service.statusCode() != NOT_IMPLEMENTED)
                    || hasNoCode(service)
                    || PASSING_CODES.contains(service.awsErrorDetails().errorCode());
        }
        return !(failure instanceof AbortedException) && isOfTheWire(failure);
    }

    /**
     * Refuses what no AWS service answered. The SDK takes a page of a proxy, or an empty body, for an answer without
     * content: a stack would seem to be gone.
     */
    static <R extends AwsResponse> R refuseIfForeign(R response) {
        AwsResponseMetadata metadata = response.responseMetadata();
        if (metadata == null || UNKNOWN.equals(metadata.requestId())) {
            throw new BrokenAnswer(
                    "The answer carries no AWS request id: something between here and AWS gave it, perhaps a proxy");
        }
        return response;
    }

    /** Returns the failure of an answer that lacks what each such answer of AWS has. */
    static SdkClientException lacking(String what) {
        return new BrokenAnswer("AWS's answer lacks " + what);
    }

    /** An error without a code was not written by AWS, but by something between here and there. */
    private static boolean hasNoCode(AwsServiceException service) {
        return service.awsErrorDetails() == null || service.awsErrorDetails().errorCode() == null;
    }

    private static boolean isOfTheWire(SdkException failure) {
        return Stream.<Throwable>iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(20)
                .anyMatch(cause -> cause instanceof IOException
                        || cause instanceof ApiCallAttemptTimeoutException
                        || cause instanceof ApiCallTimeoutException
                        || cause instanceof BrokenAnswer
                        || String.valueOf(cause.getMessage()).startsWith("Unable to unmarshall response"));
    }

    /** An answer that cannot be AWS's, or not the whole of it. */
    private static final class BrokenAnswer extends SdkClientException {
        private static final long serialVersionUID = 1L;

        BrokenAnswer(String message) {
            super(SdkClientException.builder().message(message));
        }
    }
}
