// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.deploy;

import java.util.Optional;
import java.util.regex.Pattern;

/** What to do about the failures that this stack is known to have, by AWS's reason. The first that fits is taken. */
enum Remedy {
    IN_OTHER_STACK(
            "already exists in stack",
            "Deploy with that stack's name to take it over, or choose other names for role, policy and instance profile"),
    EXISTS(
            "already exists|AlreadyExists|NAME_CONFLICT",
            "Something of that name exists in the account, perhaps made by a stack in another Region (IAM is global): "
                    + "adopt() takes it into the stack; or choose other names, or delete it if nobody uses it"),
    CAPABILITY(
            "Requires capabilities|InsufficientCapabilities",
            "The call must acknowledge CAPABILITY_NAMED_IAM, which this library always sends: something between here and "
                    + "AWS, such as a proxy or a service control policy, takes it away"),
    PRINCIPAL(
            "Invalid principal",
            "The trust policy names an account or identity that does not exist: check accountId and partition"),
    TAGGING(
            "UnauthorizedTaggingOperation|permissions error performing a tagging operation",
            "Give the caller the permissions to tag, iam:TagRole and iam:TagPolicy (and iam:UntagRole and iam:UntagPolicy "
                    + "to take tags away), then call again"),
    CREDENTIALS(
            "ExpiredToken|InvalidClientTokenId|UnrecognizedClient|SignatureDoesNotMatch"
                    + "|security token included in the request is",
            "AWS does not accept the caller's credentials, or no longer: renew them, then call again"),
    DENIED("AccessDenied|is not authorized|UnauthorizedOperation", "Give the caller the permission") {
        @Override
        String advice(String reason) {
            return Denials.action(reason)
                    .map(action -> "Give the caller the permission " + action + ", then call again")
                    .orElse("Give the caller the permission that the reason names, then call again");
        }
    },
    TOO_LARGE(
            "(?i)cannot exceed quota for (PolicySize|ACLSizePerRole)|policy.*(too large|size)",
            "The policy is larger than the account's quota takes: leave statements out, or split it into several policies"),
    ATTACHMENTS(
            "(?i)cannot exceed quota for (attached)?policiesper(user|group)",
            "It has as many managed policies attached as the account's quota allows: detach one there, ask for a higher quota (20 at "
                    + "most), or give the policy to a group of the user instead"),
    NO_HOLDER(
            "(?i)the (user|group) with name .* cannot be found",
            "Make the user or group first, or take the name out of policyUsers or policyGroups"),
    QUOTA(
            "LimitExceeded|(?i)cannot exceed quota|limit exceeded",
            "Ask for a higher quota (Service Quotas, AWS Identity and Access Management or AWS CloudFormation), or delete "
                    + "what nobody uses"),
    REPLACEMENT(
            "custom-named resource requires replacing",
            "Names, path and description cannot change: destroy the stack and deploy it anew, or keep them"),
    ATTACHED(
            "DeleteConflict|attached to entities|must detach|must remove roles|must delete policies",
            "Something outside the stack uses the resource: detach it there (access().detachPolicy(..) does that for users"
                    + " and groups), then call again"),
    GENERAL_VALIDATION(
            "Resource handler returned message.*InvalidRequest|MalformedPolicyDocument",
            "AWS does not accept what the template says: compare it with template(spec)"),
    THROTTLED(
            "Rate exceeded|Throttling|RequestLimitExceeded",
            "AWS throttles this account: wait some minutes, then call again"),
    OTHER("", "Mend the cause, then call again");

    private final Pattern reason;
    private final String advice;

    Remedy(String reason, String advice) {
        this.reason = Pattern.compile(reason, Pattern.DOTALL);
        this.advice = advice;
    }

    String advice(String text) {
        return advice;
    }

    /** Returns the advice for a cause that is known; nothing for any other. */
    static Optional<String> known(String reason) {
        String advice = of(reason);
        return Optional.of(advice).filter(text -> !text.equals(OTHER.advice));
    }

    /** Returns whether a reason says that a name is in use already. */
    static boolean isOfTakenName(String reason) {
        return IN_OTHER_STACK.reason.matcher(reason).find()
                || EXISTS.reason.matcher(reason).find();
    }

    static String of(String reason) {
        for (Remedy remedy : values()) {
            if (remedy.reason.matcher(reason).find()) {
                return remedy.advice(reason);
            }
        }
        return OTHER.advice;
    }
}
