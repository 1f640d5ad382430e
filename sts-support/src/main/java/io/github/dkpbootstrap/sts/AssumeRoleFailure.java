// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sts;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** Says in full why a role could not be assumed: what AWS said, and {@link AssumeRoleAdvice what to do}. */
final class AssumeRoleFailure {
    private static final String MASK = "****";

    private final SessionSpec spec;
    private final Throwable failure;
    private final @Nullable AwsErrorDetails details;

    AssumeRoleFailure(SessionSpec spec, Throwable failure) {
        this.spec = spec;
        this.failure = failure;
        this.details = failure instanceof AwsServiceException answer ? answer.awsErrorDetails() : null;
    }

    static UnableToAssumeRoleException expiredOnArrival(SessionSpec spec, Instant end, Instant now) {
        return new UnableToAssumeRoleException(
                "%s: the credentials that STS gave end at %s and this machine's clock says %s. Set the clock."
                        .formatted(opening(spec), end, now),
                spec.roleArn(),
                null,
                null);
    }

    UnableToAssumeRoleException exception() {
        String code = details == null ? null : details.errorCode();
        String said = said();
        String advice = code == null ? AssumeRoleAdvice.noAnswer(failure) : AssumeRoleAdvice.of(code, said, spec);
        String message = opening(spec) + ": " + said + (advice.isEmpty() ? "" : System.lineSeparator() + advice);
        return new UnableToAssumeRoleException(message, spec.roleArn(), code, safeCause());
    }

    private static String opening(SessionSpec spec) {
        return "Unable to assume the role " + spec.roleArn() + " as session '" + spec.sessionName() + "'";
    }

    private String said() {
        if (details == null) {
            return masked(String.valueOf(failure.getMessage()));
        }
        String text = Optional.ofNullable(details.errorMessage()).orElse("no message");
        String id = failure instanceof AwsServiceException answer ? answer.requestId() : null;
        return "AWS says " + details.errorCode() + ", \"" + masked(text) + "\""
                + (id == null ? "" : " (request " + id + ")");
    }

    private String masked(String text) {
        return spec.externalId()
                .map(id -> externalId(id).matcher(text).replaceAll(MASK))
                .orElse(text);
    }

    /** Leaves out a cause that would show the external id: AWS quotes a value that it refuses. */
    private @Nullable Throwable safeCause() {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String text = String.valueOf(cause.getMessage());
            if (spec.externalId()
                    .filter(id -> externalId(id).matcher(text).find())
                    .isPresent()) {
                return null;
            }
        }
        return failure;
    }

    private static Pattern externalId(String id) {
        return Pattern.compile("(?<!\\w)" + Pattern.quote(id) + "(?!\\w)");
    }
}
