// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.sts;

import io.github.dkpbootstrap.testkit.internal.Timeline;
import io.github.dkpbootstrap.testkit.internal.iam.IamStore;
import io.github.dkpbootstrap.testkit.internal.iam.Role;
import io.github.dkpbootstrap.testkit.internal.query.Call;
import io.github.dkpbootstrap.testkit.internal.query.Form;
import io.github.dkpbootstrap.testkit.internal.query.Identity;
import io.github.dkpbootstrap.testkit.internal.query.QueryService;
import io.github.dkpbootstrap.testkit.internal.query.ServiceError;
import io.github.dkpbootstrap.testkit.internal.query.SessionAttributes;
import io.github.dkpbootstrap.testkit.internal.query.Xml;
import io.github.dkpbootstrap.testkit.internal.sigv4.AccessKey;
import io.github.dkpbootstrap.testkit.internal.sigv4.KeyRing;

/**
 * Sessions of roles.
 *
 * @see <a href="https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html">AssumeRole</a>
 */
final class AssumeRole {
    private static final int DEFAULT_SECONDS = 3600;
    private static final int MAX_SECONDS = 43_200;

    private final IamStore store;
    private final KeyRing keys;
    private final Timeline timeline;
    private final MfaCheck mfa;

    AssumeRole(IamStore store, KeyRing keys, Timeline timeline, MfaCheck mfa) {
        this.store = store;
        this.keys = keys;
        this.timeline = timeline;
        this.mfa = mfa;
    }

    void register(QueryService sts) {
        sts.prepare("AssumeRole", this::prepare).answer("AssumeRole", this::answer);
    }

    private Call prepare(Call call) {
        Form form = call.form();
        Parameters.length("roleArn", form.require("RoleArn"), 20, 2048);
        Parameters.text("roleSessionName", form.require("RoleSessionName"), "[\\w+=,.@-]*", 2, 64);
        form.find("ExternalId").ifPresent(id -> Parameters.text("externalId", id, "[\\w+=,.@:\\/-]*", 2, 1224));
        Parameters.duration(form, MAX_SECONDS);
        Parameters.mfa(form);
        new SessionPolicies(form).checkPlain();
        SessionTags.check(call);
        new SessionPolicies(form).checkPacked(SessionAttributes.requestedBy(call));
        if (!form.structures("ProvidedContexts").isEmpty()) {
            throw ServiceError.notImplemented("sts:AssumeRole with ProvidedContexts");
        }
        return mfa.apply(call);
    }

    private void answer(Call call, Xml xml) {
        Role role = store.roleByArn(call.form().require("RoleArn")).orElseThrow();
        int seconds = seconds(call, role);
        Identity.Session session = session(role, call);
        AccessKey key = keys.issueUntil(session, timeline.now(), timeline.now().plusSeconds(seconds));
        IssuedKey.write(xml, key);
        xml.nested(
                "AssumedRoleUser",
                user -> user.element("AssumedRoleId", session.userId()).element("Arn", session.arn()));
        int packed = new SessionPolicies(call.form()).packedPercent(session.attributes());
        if (packed > 0) {
            xml.element("PackedPolicySize", Integer.toString(packed));
        }
        xml.element("SourceIdentity", session.attributes().sourceIdentity());
    }

    private static int seconds(Call call, Role role) {
        int seconds = call.form().integer("DurationSeconds").orElse(DEFAULT_SECONDS);
        if (call.caller() instanceof Identity.Session && seconds > DEFAULT_SECONDS) {
            throw ServiceError.validation(
                    "The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining");
        }
        if (seconds > role.maxSessionSeconds()) {
            throw ServiceError.validation(
                    "The requested DurationSeconds exceeds the MaxSessionDuration set for this role.");
        }
        return seconds;
    }

    private Identity.Session session(Role role, Call call) {
        String name = call.form().require("RoleSessionName");
        String arn = store.account().arn("sts", "assumed-role/" + role.name() + "/" + name);
        return new Identity.Session(
                role.name(),
                role.arn(),
                role.id(),
                name,
                arn,
                new SessionPolicies(call.form()).documents(store),
                timeline.now(),
                SessionAttributes.requestedBy(call));
    }
}
