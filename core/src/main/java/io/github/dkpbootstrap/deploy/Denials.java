// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.deploy;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/** Missing permissions, as AWS words them. */
final class Denials {
    /** Credentials that have expired, or are none, are refused with the same HTTP status; no permission would help there. */
    private static final Set<String> CODES = Set.of(
            "AccessDenied",
            "AccessDeniedException",
            "UnauthorizedOperation",
            "UnauthorizedAccess",
            "NotAuthorized",
            "AuthorizationError");

    private static final Set<String> REJECTED_CREDENTIALS = Set.of(
            "ExpiredToken",
            "ExpiredTokenException",
            "InvalidClientTokenId",
            "UnrecognizedClientException",
            "SignatureDoesNotMatch",
            "IncompleteSignature",
            "MissingAuthenticationToken");

    private static final Pattern ACTION =
            Pattern.compile("(?:not authorized to perform:?|perform the action) *([a-z0-9-]+:[A-Za-z0-9*]+)");

    private Denials() {}

    /** Returns whether a call failed because its caller may not make it. */
    static boolean isDenied(SdkException failure) {
        return hasCode(failure, CODES);
    }

    /** Returns whether the same call will fail until somebody gives its caller a permission, or other credentials. */
    static boolean isFinal(SdkException failure) {
        return isDenied(failure) || isRejected(failure);
    }

    /** Returns whether a call failed because AWS does not take its caller's credentials there. */
    static boolean isRejected(SdkException failure) {
        return hasCode(failure, REJECTED_CREDENTIALS);
    }

    private static boolean hasCode(SdkException failure, Set<String> codes) {
        return failure instanceof AwsServiceException service
                && service.awsErrorDetails() != null
                && codes.contains(String.valueOf(service.awsErrorDetails().errorCode()));
    }

    /** Returns the action that AWS's reason names, such as {@code iam:CreateRole}. */
    static Optional<String> action(String reason) {
        Matcher action = ACTION.matcher(reason);
        return action.find() ? Optional.of(action.group(1)) : Optional.empty();
    }
}
