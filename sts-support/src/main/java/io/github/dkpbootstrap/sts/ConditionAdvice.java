// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sts;

import io.github.dkpbootstrap.policy.Comparison;
import io.github.dkpbootstrap.policy.Condition;
import io.github.dkpbootstrap.policy.internal.SecretKeys;
import java.util.List;
import java.util.Locale;

/**
 * Says of a condition that a call of AssumeRole does not meet what the call had there and what to set. Expected external
 * ids are left out.
 */
final class ConditionAdvice {
    private static final String AWS_KNOWS = "what the call has there AWS alone knows";
    private static final String MASK = "****";
    private static final int MOST_CHARACTERS = 300;

    private final AssumptionRequest request;

    ConditionAdvice(AssumptionRequest request) {
        this.request = request;
    }

    /** Returns the condition, what was sent, and the remedy. */
    String of(Condition condition) {
        return shown(condition) + ": "
                + (condition.operator().comparison() == Comparison.NULL
                        ? presence(condition)
                        : remedy(condition.key().toLowerCase(Locale.ROOT)));
    }

    /** Returns the conditions under which a statement denies, and whether they are certain to hold. */
    String ofDeny(List<Condition> conditions) {
        if (conditions.isEmpty()) {
            return "";
        }
        List<String> texts = conditions.stream().map(ConditionAdvice::shown).toList();
        boolean certain = conditions.stream().allMatch(condition -> request.knows(condition.key()));
        return (certain ? " by its condition " : ", unless AWS knows more than is known here, by its condition ")
                + String.join(" and ", texts);
    }

    /** What is asked is whether the request has the key at all. */
    private String presence(Condition condition) {
        if (!request.knows(condition.key())) {
            return AWS_KNOWS;
        }
        return request.has(condition.key()) ? "the call has it" : "the call does not have it";
    }

    private String remedy(String key) {
        SessionSpec spec = request.spec();
        return switch (key) {
            case "sts:externalid" ->
                spec.externalId().isPresent()
                        ? "the external id that was sent is another"
                        : "none was sent; set externalId(..)";
            case "aws:multifactorauthpresent", "aws:multifactorauthage" ->
                spec.mfaSerialNumber().isPresent()
                        ? "a code was sent with this call, which does not meet it"
                        : "no MFA code was sent; set mfa(..)";
            case "sts:rolesessionname" -> "the session name is '" + spec.sessionName() + "'; set sessionName(..)";
            case "sts:sourceidentity" ->
                spec.sourceIdentity().isPresent()
                        ? "the source identity is '" + spec.sourceIdentity().get() + "'"
                        : "none was sent; set sourceIdentity(..)";
            case "sts:transitivetagkeys" -> "the transitive keys are " + spec.transitiveTagKeys() + "; set them";
            case "aws:tagkeys" ->
                "the session tags have the keys " + spec.tags().keySet() + "; set tags(..)";
            case "aws:principalarn", "aws:principalaccount", "aws:principaltype", "aws:username" ->
                "the caller is " + request.caller().arn();
            case "aws:currenttime", "aws:epochtime" -> "it is another time now";
            default -> other(key);
        };
    }

    private String other(String key) {
        return key.startsWith("aws:requesttag/") ? "the session tags do not have it so; set tags(..)" : AWS_KNOWS;
    }

    private static String shown(Condition condition) {
        String values = SecretKeys.isSecret(condition.key()) ? MASK : values(condition);
        String text = condition.operator() + " " + condition.key() + " " + values;
        return text.length() <= MOST_CHARACTERS ? text : text.substring(0, MOST_CHARACTERS) + "…";
    }

    private static String values(Condition condition) {
        return condition.values().stream()
                .map(value -> value.value().text().orElse("?"))
                .toList()
                .toString();
    }
}
