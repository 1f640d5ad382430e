// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.report;

import io.github.dkpbootstrap.policy.PolicyTarget;

/** What a document is meant to be. */
final class TargetWords {
    private TargetWords() {}

    static String name(PolicyTarget target) {
        return switch (target) {
            case MANAGED_POLICY -> "managed policy";
            case INLINE_ROLE_POLICY -> "inline policy of a role";
            case INLINE_GROUP_POLICY -> "inline policy of a group";
            case INLINE_USER_POLICY -> "inline policy of a user";
            case SESSION_POLICY -> "session policy";
            case TRUST_POLICY -> "trust policy of a role";
            case SERVICE_CONTROL_POLICY -> "service control policy";
            case RESOURCE_CONTROL_POLICY -> "resource control policy";
            case RESOURCE_POLICY -> "resource policy";
        };
    }

    static String article(PolicyTarget target) {
        return target == PolicyTarget.INLINE_ROLE_POLICY
                        || target == PolicyTarget.INLINE_GROUP_POLICY
                        || target == PolicyTarget.INLINE_USER_POLICY
                ? "an "
                : "a ";
    }

    /** Says what allow and deny mean in such a document. */
    static String meaning(PolicyTarget target) {
        return switch (target) {
            case MANAGED_POLICY ->
                "Attached to an identity it grants what it allows; as a permissions boundary it grants "
                        + "nothing and is the most that other policies can grant.";
            case INLINE_ROLE_POLICY -> "It grants to the role what it allows, besides the role's other policies.";
            case INLINE_GROUP_POLICY ->
                "It grants to the users of the group what it allows, besides their other policies.";
            case INLINE_USER_POLICY -> "It grants to the user what it allows, besides the user's other policies.";
            case SESSION_POLICY ->
                "It grants nothing: the session may do what both the role or user and this policy allow.";
            case TRUST_POLICY -> "It says who may assume the role, not what the role may do.";
            case SERVICE_CONTROL_POLICY ->
                "It grants nothing: it is the most that the policies of an account can grant.";
            case RESOURCE_CONTROL_POLICY -> "It grants nothing: it only takes access to resources away.";
            case RESOURCE_POLICY ->
                "It says who may use the resource; callers of other accounts need leave of their own " + "account too.";
        };
    }

    /** Returns what the policy belongs to, where it speaks of that by itself. */
    static String owner(PolicyTarget target) {
        return target == PolicyTarget.TRUST_POLICY ? "the role" : "the resource that the policy is attached to";
    }

    static boolean namesPrincipals(PolicyTarget target) {
        return target == PolicyTarget.TRUST_POLICY || target == PolicyTarget.RESOURCE_POLICY;
    }
}
