// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sts;

import io.github.dkpbootstrap.policy.Arn;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** Says in full why a role could not be assumed: what AWS said, and {@link AssumeRoleAdvice what to do}. */
final class AssumeRoleFailure {
    private static final Pattern USER = Pattern.compile("User: (arn:\\S+) is not authorized");

    private final SessionSpec spec;
    private final Throwable failure;
    private final @Nullable AwsErrorDetails details;
    private final Optional<Arn> caller;
    private final Secrets secrets;
    private final boolean unread;

    /** Creates the account of a failure; {@code caller} is whom AWS has named before, and the secrets are those of the call. */
    AssumeRoleFailure(SessionSpec spec, Throwable failure, Optional<Arn> caller, Secrets secrets) {
        this.spec = spec;
        this.failure = failure;
        this.details = failure instanceof AwsServiceException answer ? answer.awsErrorDetails() : null;
        this.secrets = secrets;
        this.unread = details == null && Causes.quotesAnswer(failure);
        this.caller = caller.or(this::named);
    }

    static UnableToAssumeRoleException expiredOnArrival(SessionSpec spec, Instant end, Instant now) {
        return other(
                spec,
                "the credentials that STS gave end at %s and this machine's clock says %s. Set the clock."
                        .formatted(end, now),
                null);
    }

    static UnableToAssumeRoleException sourceEnded(SessionSpec spec, Arn caller, Instant end) {
        return other(
                spec,
                "the credentials at hand are a session of it already, %s, and ended at %s: renew them (sign in again, or export new ones)."
                        .formatted(caller, end),
                null);
    }

    static UnableToAssumeRoleException noSource(SessionSpec spec, Throwable failure) {
        Secrets secrets = Secrets.of(spec);
        boolean quoted = Causes.quotesJson(failure); // which may be keys
        String why = quoted ? "what was to give its credentials gave no JSON" : secrets.masked(text(failure));
        return other(
                spec,
                why + System.lineSeparator() + AssumeRoleAdvice.noSource(failure),
                quoted ? null : Causes.safe(failure, secrets));
    }

    /** Returns whether AWS denied the role, for one of many reasons. */
    boolean denied() {
        String code = code();
        return code != null && AssumeRoleAdvice.isDenial(code);
    }

    /** Returns why waiting would not help against the denial, where AWS's words tell. */
    Optional<String> lasting() {
        return AssumeRoleAdvice.lasting(words(), caller, spec);
    }

    /** Returns who was denied, where AWS has named it: a user, or a session of a role. */
    Optional<Arn> caller() {
        return caller;
    }

    /** Returns the failure as what it is, unless it is a denial. */
    UnableToAssumeRoleException exception() {
        String code = code();
        String advice = code == null ? AssumeRoleAdvice.noAnswer(failure) : AssumeRoleAdvice.of(code, words());
        return exception(Denial.NOT_DENIED, advice);
    }

    /** Returns the failure as the denial that it is, with what the policies say of it where that is known. */
    UnableToAssumeRoleException denied(Denial denial, Optional<String> explanation, Optional<String> verdict) {
        Optional<String> causes = explanation.isPresent() || lasting().isPresent() // who knows the cause need not guess
                ? Optional.empty()
                : Optional.of(AssumeRoleAdvice.causes(spec, denial));
        List<String> parts = Stream.of(explanation.map(secrets::masked), causes, verdict)
                .flatMap(Optional::stream)
                .toList();
        return exception(denial, String.join(System.lineSeparator(), parts));
    }

    private UnableToAssumeRoleException exception(Denial denial, String advice) {
        String message = opening(spec) + ": " + said() + (advice.isEmpty() ? "" : System.lineSeparator() + advice);
        @Nullable Throwable cause = unread ? null : Causes.safe(failure, secrets);
        return new UnableToAssumeRoleException(message, spec.roleArn(), code(), denial, cause);
    }

    private static UnableToAssumeRoleException other(SessionSpec spec, String why, @Nullable Throwable cause) {
        return new UnableToAssumeRoleException(
                opening(spec) + ": " + why, spec.roleArn(), null, Denial.NOT_DENIED, cause);
    }

    private static String opening(SessionSpec spec) {
        return "Unable to assume the role " + spec.roleArn() + " as session '" + spec.sessionName() + "'";
    }

    private @Nullable String code() {
        return details == null ? null : details.errorCode();
    }

    private String said() {
        if (unread) {
            return "what answered in STS's place, or STS itself, could not be understood ("
                    + failure.getClass().getName() + "). The answer is not shown: it may hold credentials";
        }
        String said = secrets.masked(words());
        if (details == null) {
            return said;
        }
        String id = failure instanceof AwsServiceException answer ? answer.requestId() : null;
        return "AWS says " + details.errorCode() + ", \"" + said + "\"" + (id == null ? "" : " (request " + id + ")");
    }

    /** Returns AWS's words as they are, to be understood and not shown: a mask can hide what they say. */
    private String words() {
        return details == null
                ? text(failure)
                : Optional.ofNullable(details.errorMessage()).orElse("no message");
    }

    private static String text(Throwable failure) {
        return Optional.ofNullable(failure.getMessage())
                .orElse(failure.getClass().getName());
    }

    private Optional<Arn> named() {
        Matcher user = USER.matcher(words());
        return user.find() ? Arn.tryParse(user.group(1)) : Optional.empty();
    }
}
