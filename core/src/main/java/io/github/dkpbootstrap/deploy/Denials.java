// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.deploy;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/** Missing permissions, as AWS words them. */
final class Denials {
    private static final int FORBIDDEN = 403;
    private static final Pattern ACTION =
            Pattern.compile("(?:not authorized to perform:?|perform the action) *([a-z0-9-]+:[A-Za-z0-9*]+)");

    private Denials() {}

    /** Returns whether a call failed because its caller may not make it. */
    static boolean isDenied(SdkException failure) {
        return failure instanceof AwsServiceException service
                && service.statusCode() == FORBIDDEN
                && !service.isThrottlingException()
                && !PassingFault.is(service);
    }

    /** Returns the action that AWS's reason names, such as {@code iam:CreateRole}. */
    static Optional<String> action(String reason) {
        Matcher action = ACTION.matcher(reason);
        return action.find() ? Optional.of(action.group(1)) : Optional.empty();
    }
}
