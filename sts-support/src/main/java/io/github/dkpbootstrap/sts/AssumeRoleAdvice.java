// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sts;

import java.util.ArrayList;
import java.util.List;

/**
 * What to do about each error of AssumeRole. AWS answers {@code AccessDenied} for every missing permission alike, so its
 * causes are listed with the likeliest first.
 *
 * @see <a href="https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html#API_AssumeRole_Errors">Errors</a>
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_roles.html">Troubleshoot IAM roles</a>
 */
final class AssumeRoleAdvice {
    private AssumeRoleAdvice() {}

    /** Returns the advice for an error code, or an empty text where AWS's own words must do. */
    static String of(String code, String said, SessionSpec spec) {
        return switch (code) {
            case "AccessDenied", "AccessDeniedException" -> accessDenied(said, spec);
            case "ExpiredToken", "ExpiredTokenException" ->
                "The credentials that were to assume the role have themselves expired: renew them (sign in again, or export "
                        + "new ones); the role's session is not the cause.";
            case "InvalidClientTokenId", "UnrecognizedClientException", "SignatureDoesNotMatch" ->
                "AWS does not know the credentials that were to assume the role: check AWS_ACCESS_KEY_ID, "
                        + "AWS_SECRET_ACCESS_KEY and AWS_SESSION_TOKEN, which must be of one set.";
            case "RegionDisabledException" ->
                "STS is not switched on in this Region: an administrator can activate it in the account settings of IAM, or "
                        + "use another Region.";
            case "ValidationError" -> validation(said);
            default -> "";
        };
    }

    /** Returns the advice for a call that STS did not answer. */
    static String noAnswer(Throwable failure) {
        return String.valueOf(failure.getMessage()).contains("Unable to load credentials")
                ? "The SDK found no credentials to assume the role with: export access keys, name a profile, or sign in."
                : "STS gave no answer of use: check the network, the proxy and the Region's STS endpoint.";
    }

    private static String accessDenied(String said, SessionSpec spec) {
        String role = spec.roleArn().resourceName();
        if (said.contains(":assumed-role/" + role + "/")) {
            return "The caller is a session of this very role already, as on an instance with its instance profile: use "
                    + "those credentials, there is nothing to assume.";
        }
        List<String> causes = new ArrayList<>();
        causes.add("the caller has no permission: attach a policy that allows sts:AssumeRole on " + spec.roleArn());
        causes.add("the role's trust policy does not name the caller or its account: add it as a principal");
        causes.add("the role does not exist, or the ARN has another account or spelling");
        causes.add("the role is new and not yet known everywhere: wait up to a minute and try again");
        causes.add(
                spec.externalId().isPresent()
                        ? "the external id is not the one of the trust policy's sts:ExternalId: compare them"
                        : "the trust policy asks for an external id (sts:ExternalId): set externalId(..)");
        return "Likely causes:" + System.lineSeparator() + "  - "
                + String.join(System.lineSeparator() + "  - ", causes);
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
