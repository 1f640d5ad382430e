// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.deploy;

import java.util.regex.Pattern;

/** What to do about the failures that this stack is known to have, by AWS's reason. The first that fits is taken. */
enum Remedy {
    IN_OTHER_STACK(
            "already exists in stack",
            "Deploy with that stack's name to take it over, or choose other names for role, policy and instance profile"),
    EXISTS(
            "already exists|AlreadyExists",
            "Something of that name exists in the account, perhaps made by a stack in another Region (IAM is global): "
                    + "choose other names, or delete it if nobody uses it"),
    PRINCIPAL(
            "Invalid principal",
            "The trust policy names an account or identity that does not exist: check accountId and partition"),
    DENIED(
            "AccessDenied|is not authorized|UnauthorizedOperation",
            "Give the caller the permission that the reason names, then deploy again"),
    QUOTA("LimitExceeded|Cannot exceed quota", "Ask for a higher quota, or delete roles and policies that nobody uses"),
    REPLACEMENT(
            "custom-named resource requires replacing",
            "Names, path and description cannot change: destroy the stack and deploy it anew, or keep them"),
    ATTACHED(
            "DeleteConflict|attached to entities|must detach|must remove roles",
            "Something outside the stack uses the resource: detach it there, then call again"),
    OTHER("", "Mend the cause, then call again");

    private final Pattern reason;
    private final String advice;

    Remedy(String reason, String advice) {
        this.reason = Pattern.compile(reason);
        this.advice = advice;
    }

    static String of(String reason) {
        for (Remedy remedy : values()) {
            if (remedy.reason.matcher(reason).find()) {
                return remedy.advice;
            }
        }
        return OTHER.advice;
    }
}
