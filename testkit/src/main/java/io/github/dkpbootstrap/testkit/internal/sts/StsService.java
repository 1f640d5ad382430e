// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.sts;

import io.github.dkpbootstrap.policy.PolicyDocument;
import io.github.dkpbootstrap.policy.PolicyException;
import io.github.dkpbootstrap.testkit.internal.Account;
import io.github.dkpbootstrap.testkit.internal.Timeline;
import io.github.dkpbootstrap.testkit.internal.iam.IamStore;
import io.github.dkpbootstrap.testkit.internal.iam.Role;
import io.github.dkpbootstrap.testkit.internal.query.Call;
import io.github.dkpbootstrap.testkit.internal.query.Form;
import io.github.dkpbootstrap.testkit.internal.query.Identity;
import io.github.dkpbootstrap.testkit.internal.query.QueryService;
import io.github.dkpbootstrap.testkit.internal.query.ServiceError;
import io.github.dkpbootstrap.testkit.internal.query.Xml;
import io.github.dkpbootstrap.testkit.internal.sigv4.AccessKey;
import io.github.dkpbootstrap.testkit.internal.sigv4.KeyRing;
import java.time.Instant;
import java.util.List;

/**
 * The actions of STS.
 *
 * @see <a href="https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html">AssumeRole</a>
 */
public final class StsService {
    private static final String NAMESPACE = "https://sts.amazonaws.com/doc/2011-06-15/";
    private static final int DEFAULT_SECONDS = 3600;
    private static final int MIN_SECONDS = 900;
    private static final int MAX_SECONDS = 43_200;
    private static final int MAX_SESSION_POLICY = 2048;

    private final IamStore store;
    private final KeyRing keys;
    private final Timeline timeline;

    private StsService(IamStore store, KeyRing keys, Timeline timeline) {
        this.store = store;
        this.keys = keys;
        this.timeline = timeline;
    }

    /** Returns the service; the keys that it issues go on {@code keys}. */
    public static QueryService create(IamStore store, KeyRing keys, Timeline timeline) {
        StsService sts = new StsService(store, keys, timeline);
        return new QueryService("sts", NAMESPACE)
                .check("AssumeRole", StsService::checkAssumeRole)
                .answer("AssumeRole", sts::assumeRole)
                .answer("GetCallerIdentity", sts::callerIdentity);
    }

    private void callerIdentity(Call call, Xml xml) {
        xml.element("UserId", call.caller().userId())
                .element("Account", store.account().id())
                .element("Arn", call.caller().arn());
    }

    private static void checkAssumeRole(Call call) {
        Form form = call.form();
        length("roleArn", form.require("RoleArn"), 20, 2048);
        text("roleSessionName", form.require("RoleSessionName"), "[\\w+=,.@-]*", 2, 64);
        form.find("ExternalId").ifPresent(id -> text("externalId", id, "[\\w+=,.@:\\/-]*", 2, 1224));
        form.integer("DurationSeconds").ifPresent(seconds -> {
            if (seconds < MIN_SECONDS) {
                throw ServiceError.constraint(
                        "durationSeconds",
                        "'" + seconds + "'",
                        "Member must have value greater than or equal to " + MIN_SECONDS);
            }
            if (seconds > MAX_SECONDS) {
                throw ServiceError.constraint(
                        "durationSeconds",
                        "'" + seconds + "'",
                        "Member must have value less than or equal to " + MAX_SECONDS);
            }
        });
        unsupported(form, "SerialNumber", "TokenCode", "SourceIdentity");
        if (!form.structures("Tags").isEmpty() || !form.structures("PolicyArns").isEmpty()) {
            throw ServiceError.notImplemented("sts:AssumeRole with session tags or managed session policies");
        }
    }

    private static void unsupported(Form form, String... parameters) {
        for (String parameter : parameters) {
            if (form.find(parameter).isPresent()) {
                throw ServiceError.notImplemented("sts:AssumeRole with " + parameter);
            }
        }
    }

    private static void text(String parameter, String value, String pattern, int min, int max) {
        if (!value.matches(pattern)) {
            throw ServiceError.constraint(
                    parameter, quoted(parameter, value), "Member must satisfy regular expression pattern: " + pattern);
        }
        length(parameter, value, min, max);
    }

    private static void length(String parameter, String value, int min, int max) {
        if (value.length() < min) {
            throw ServiceError.constraint(
                    parameter, quoted(parameter, value), "Member must have length greater than or equal to " + min);
        }
        if (value.length() > max) {
            throw ServiceError.constraint(
                    parameter, quoted(parameter, value), "Member must have length less than or equal to " + max);
        }
    }

    /** An external id is a secret, which no message may hold. */
    private static String quoted(String parameter, String value) {
        return parameter.equals("externalId") ? "'****'" : "'" + value + "'";
    }

    private void assumeRole(Call call, Xml xml) {
        Form form = call.form();
        Role role = store.roleByArn(form.require("RoleArn")).orElseThrow();
        int seconds = form.integer("DurationSeconds").orElse(DEFAULT_SECONDS);
        if (call.caller() instanceof Identity.Session && seconds > DEFAULT_SECONDS) {
            throw ServiceError.validation(
                    "The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining");
        }
        if (seconds > role.maxSessionSeconds()) {
            throw ServiceError.validation(
                    "The requested DurationSeconds exceeds the MaxSessionDuration set for this role.");
        }
        Identity.Session session = session(role, form);
        Instant expiration = timeline.now().plusSeconds(seconds);
        AccessKey key = keys.issueUntil(session, timeline.now(), expiration);
        xml.nested(
                "Credentials",
                credentials -> credentials
                        .element("AccessKeyId", key.id())
                        .element("SecretAccessKey", key.secret())
                        .element("SessionToken", key.sessionToken())
                        .time("Expiration", expiration));
        xml.nested(
                "AssumedRoleUser",
                user -> user.element("AssumedRoleId", session.userId()).element("Arn", session.arn()));
        form.find("Policy")
                .ifPresent(policy -> xml.element(
                        "PackedPolicySize", Integer.toString(Math.max(1, policy.length() * 100 / MAX_SESSION_POLICY))));
    }

    private Identity.Session session(Role role, Form form) {
        Account account = store.account();
        String name = form.require("RoleSessionName");
        String arn = account.arn("sts", "assumed-role/" + role.name() + "/" + name);
        List<PolicyDocument> policies =
                form.find("Policy").map(StsService::sessionPolicy).stream().toList();
        return new Identity.Session(role.name(), role.arn(), role.id(), name, arn, policies, timeline.now());
    }

    private static PolicyDocument sessionPolicy(String text) {
        length("policy", text, 1, MAX_SESSION_POLICY);
        try {
            return PolicyDocument.parse(text);
        } catch (PolicyException e) {
            throw ServiceError.of("MalformedPolicyDocument", 400, "Syntax errors in policy.");
        }
    }
}
