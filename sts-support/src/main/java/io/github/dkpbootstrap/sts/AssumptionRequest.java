// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sts;

import io.github.dkpbootstrap.policy.Arn;
import io.github.dkpbootstrap.policy.analysis.AccessRequest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A call of AssumeRole as policies see it: the actions that it needs, and those condition keys of which their value, or
 * that they are absent, is known on this side.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html">Keys of STS</a>
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html">Session tags</a>
 */
final class AssumptionRequest {
    private static final String REQUEST_TAG = "aws:RequestTag/";
    /** Present or not, these are decided by what is sent. */
    private static final Set<String> SENT = Set.of(
            "sts:externalid",
            "sts:sourceidentity",
            "sts:transitivetagkeys",
            "aws:tagkeys",
            "aws:multifactorauthpresent",
            "aws:multifactorauthage");

    private final SessionSpec spec;
    private final CallingPrincipal caller;
    private final Map<String, List<String>> context = new LinkedHashMap<>();

    private AssumptionRequest(SessionSpec spec, CallingPrincipal caller, Instant now) {
        this.spec = spec;
        this.caller = caller;
        put("aws:PrincipalArn", caller.policyHolder().toString());
        put("aws:PrincipalAccount", caller.arn().account());
        put("aws:CurrentTime", now.truncatedTo(ChronoUnit.SECONDS).toString());
        put("aws:EpochTime", Long.toString(now.getEpochSecond()));
        put("aws:SecureTransport", "true");
        putCaller();
        putSent();
    }

    static AssumptionRequest of(SessionSpec spec, CallingPrincipal caller, Instant now) {
        return new AssumptionRequest(spec, caller, now);
    }

    CallingPrincipal caller() {
        return caller;
    }

    Arn role() {
        return spec.roleArn();
    }

    SessionSpec spec() {
        return spec;
    }

    /** Returns the actions that both sides must allow, the first for every call. */
    List<String> actions() {
        List<String> actions = new ArrayList<>(List.of("sts:AssumeRole"));
        if (!spec.tags().isEmpty()) {
            actions.add("sts:TagSession");
        }
        if (spec.sourceIdentity().isPresent()) {
            actions.add("sts:SetSourceIdentity");
        }
        return List.copyOf(actions);
    }

    String actionList() {
        return String.join(", ", actions());
    }

    AccessRequest of(String action) {
        return AccessRequest.builder()
                .caller(caller.caller())
                .action(action)
                .resource(role().toString())
                .putAllContext(context)
                .build();
    }

    /** Returns whether it is known here what the request has under a condition key. */
    boolean knows(String key) {
        String lower = key.toLowerCase(Locale.ROOT);
        return SENT.contains(lower) || lower.startsWith(REQUEST_TAG.toLowerCase(Locale.ROOT)) || has(key);
    }

    /** Returns whether the request has a value under a condition key, where that is {@link #knows known}. */
    boolean has(String key) {
        return context.keySet().stream().anyMatch(key::equalsIgnoreCase);
    }

    private void putCaller() {
        if (caller.session()) {
            put("aws:PrincipalType", "AssumedRole");
            put("aws:MultiFactorAuthPresent", "false");
        } else if (caller.arn().service().equals("iam")) {
            put("aws:PrincipalType", "User");
            put("aws:username", caller.arn().resourceName());
        }
    }

    private void putSent() {
        put("sts:RoleSessionName", spec.sessionName());
        spec.externalId().ifPresent(id -> put("sts:ExternalId", id));
        spec.sourceIdentity().ifPresent(identity -> put("sts:SourceIdentity", identity));
        if (spec.mfaSerialNumber().isPresent()) {
            put("aws:MultiFactorAuthPresent", "true");
            put("aws:MultiFactorAuthAge", "0");
        }
        spec.tags().forEach((key, value) -> put(REQUEST_TAG + key, value));
        if (!spec.tags().isEmpty()) {
            context.put("aws:TagKeys", List.copyOf(spec.tags().keySet()));
        }
        if (!spec.transitiveTagKeys().isEmpty()) {
            context.put("sts:TransitiveTagKeys", List.copyOf(spec.transitiveTagKeys()));
        }
    }

    private void put(String key, String value) {
        context.put(key, List.of(value));
    }
}
