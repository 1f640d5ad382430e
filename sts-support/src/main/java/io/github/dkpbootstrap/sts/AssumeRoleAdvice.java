// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sts;

import io.github.dkpbootstrap.policy.Arn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What to do about each error of AssumeRole. AWS answers {@code AccessDenied} for every missing permission alike, so its
 * causes are listed with the likeliest first.
 *
 * @see <a href="https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html#API_AssumeRole_Errors">Errors</a>
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_roles.html">Troubleshoot IAM roles</a>
 */
final class AssumeRoleAdvice {
    private static final Set<String> DENIALS = Set.of("AccessDenied", "AccessDeniedException");

    private AssumeRoleAdvice() {}

    static boolean isDenial(String code) {
        return DENIALS.contains(code);
    }

    /** Returns the advice for an error code that is no denial, or an empty text where AWS's own words must do. */
    static String of(String code, String said) {
        return switch (code) {
            case "ExpiredToken", "ExpiredTokenException" ->
                "The credentials that were to assume the role have themselves expired: renew them (sign in again, or export "
                        + "new ones); the role's session is not the cause.";
            case "InvalidClientTokenId", "UnrecognizedClientException", "SignatureDoesNotMatch" ->
                "AWS does not know the credentials that were to assume the role: check AWS_ACCESS_KEY_ID, "
                        + "AWS_SECRET_ACCESS_KEY and AWS_SESSION_TOKEN, which must be of one set.";
            case "RegionDisabledException" ->
                "STS is not switched on in this Region: an administrator can activate it in the account settings of IAM, or "
                        + "use another Region.";
            case "PackedPolicyTooLarge", "PackedPolicyTooLargeException" ->
                "AWS packs session policies and tags into a limit of its own, which local checks do not know: shorten or "
                        + "drop some of sessionPolicy(..), policyArns(..) and tag(..).";
            case "MalformedPolicyDocument", "MalformedPolicyDocumentException" ->
                "STS does not take the session policy: check sessionPolicy(..) with PolicyChecks for a session policy.";
            case "ValidationError" -> validation(said);
            default -> "";
        };
    }

    /** Returns the advice for a call that STS did not answer. */
    static String noAnswer(Throwable failure) {
        return findsNone(failure)
                ? noSource(failure)
                : "STS gave no answer of use: check the network, the proxy and the Region's STS endpoint.";
    }

    /** Returns the advice for want of credentials to call STS with. */
    static String noSource(Throwable failure) {
        return findsNone(failure)
                ? "The SDK found no credentials to assume the role with: export access keys, name a profile, or sign in."
                : "There are no credentials to assume the role with: check the environment, the profile or the provider that "
                        + "they come from.";
    }

    /** Returns why a denial is not one of a delay, where AWS's words or the caller tell. */
    static Optional<String> lasting(String said, Optional<Arn> caller, SessionSpec spec) {
        if (caller.filter(arn -> AwsCaller.isSessionOf(arn, spec.roleArn())).isPresent()) {
            return Optional.of(sameRole(DirectUse.onlyByAssumeRole(spec)));
        }
        if (said.contains("explicit deny")) {
            return Optional.of("A policy denies it explicitly: waiting does not help, that policy must be changed.");
        }
        if (said.contains("MultiFactorAuthentication failed")) {
            return Optional.of(
                    "The code of the MFA device was not taken: each works once and for half a minute, and the "
                            + "serial number must be that of the caller's own device.");
        }
        return said.contains("may not be assumed by root")
                ? Optional.of("The root user cannot assume roles: use a user or a role of the account.")
                : Optional.empty();
    }

    private static String sameRole(List<String> onlyByAssumeRole) {
        String opening =
                "The caller is a session of this very role already, as on an instance with its instance profile";
        return onlyByAssumeRole.isEmpty()
                ? opening + ": use those credentials, there is nothing to assume."
                : opening + ", and a role may assume itself only where its trust policy and its own policies say so. "
                        + "AssumeRole was tried because only it can give " + String.join(", ", onlyByAssumeRole)
                        + ": leave that out to use the caller's credentials as they are.";
    }

    /** Returns the likely causes of a denial. */
    static String causes(SessionSpec spec, Denial denial) {
        List<String> causes = new ArrayList<>();
        causes.add("the caller has no permission: attach a policy that allows sts:AssumeRole on " + spec.roleArn());
        causes.add("the role's trust policy does not name the caller or its account: add it as a principal");
        causes.add("the role does not exist, or the ARN has another account or spelling");
        if (denial == Denial.PERHAPS_NOT_YET_KNOWN) {
            causes.add(
                    "the role is new and not yet known everywhere: wait up to a minute and try again, or have the session"
                            + " wait with denialBudget(..)");
        }
        causes.add(
                spec.externalId().isPresent()
                        ? "the external id is not the one of the trust policy's sts:ExternalId: compare them"
                        : "the trust policy asks for an external id (sts:ExternalId): set externalId(..)");
        if (spec.mfaSerialNumber().isEmpty()) {
            causes.add("the trust policy asks for MFA (aws:MultiFactorAuthPresent): set mfa(..)");
        }
        if (!spec.tags().isEmpty()) {
            causes.add("tags need sts:TagSession too, in the caller's policies and in the trust policy");
        }
        spec.sourceIdentity()
                .ifPresent(identity -> causes.add("a source identity needs sts:SetSourceIdentity too, in the caller's "
                        + "policies and in the trust policy"));
        return "Likely causes:" + System.lineSeparator() + "  - "
                + String.join(System.lineSeparator() + "  - ", causes);
    }

    private static boolean findsNone(Throwable failure) {
        return String.valueOf(failure.getMessage()).contains("Unable to load credentials");
    }

    private static String validation(String said) {
        if (said.contains("role chaining")) {
            return "The caller is itself a session of a role; such a caller gets one hour at most: ask for 3600 s, or use "
                    + "long-lived credentials.";
        }
        return said.contains("MaxSessionDuration")
                ? "Ask for a shorter duration(..), or raise the role's MaxSessionDuration (one hour unless set)."
                : "";
    }
}
