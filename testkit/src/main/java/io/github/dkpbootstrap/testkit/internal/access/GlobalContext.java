// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.access;

import io.github.dkpbootstrap.policy.analysis.AccessRequest;
import io.github.dkpbootstrap.testkit.internal.Account;
import io.github.dkpbootstrap.testkit.internal.query.Call;
import io.github.dkpbootstrap.testkit.internal.query.Identity;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The condition keys that AWS sets in every request.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html">AWS global
 *     condition context keys</a>
 */
final class GlobalContext {
    private static final String MFA = "aws:MultiFactorAuthPresent";

    private final AccessRequest.Builder request;
    private final Call call;

    GlobalContext(AccessRequest.Builder request, Call call) {
        this.request = request;
        this.call = call;
    }

    /** Puts the keys; {@code tags} are those of the user or role. */
    void put(Account account, Instant now, Map<String, String> tags) {
        request.contextKey("aws:PrincipalAccount", account.id())
                .contextKey("aws:userid", call.caller().userId())
                .contextKey("aws:SecureTransport", "false")
                .contextKey("aws:CurrentTime", seconds(now))
                .contextKey("aws:EpochTime", Long.toString(now.getEpochSecond()))
                .contextKey("aws:RequestedRegion", call.region());
        via(call.via());
        Map<String, String> principalTags = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        principalTags.putAll(tags);
        if (call.caller() instanceof Identity.Session session) {
            role(session);
            principalTags.putAll(session.attributes().tags());
        } else {
            call.caller().user().ifPresentOrElse(user -> user(user, now), () -> principal(call.caller(), "Account"));
        }
        principalTags.forEach((key, value) -> request.contextKey("aws:PrincipalTag/" + key, value));
    }

    /** Credentials of AssumeRole say nothing of MFA, however they were got. */
    private void role(Identity.Session session) {
        request.contextKey("aws:PrincipalArn", session.roleArn())
                .contextKey("aws:PrincipalType", "AssumedRole")
                .contextKey("aws:TokenIssueTime", seconds(session.issued()))
                .contextKey(MFA, "false");
        session.attributes().sourceIdentity().ifPresent(identity -> request.contextKey("aws:SourceIdentity", identity));
    }

    private void user(Identity.User user, Instant now) {
        principal(user, "User");
        request.contextKey("aws:username", user.name());
        user.mfa()
                .ifPresent(time -> request.contextKey(MFA, "true")
                        .contextKey(
                                "aws:MultiFactorAuthAge",
                                Long.toString(Duration.between(time, now).toSeconds())));
        if (call.caller() instanceof Identity.UserSession session) {
            request.contextKey("aws:TokenIssueTime", seconds(session.issued()));
            if (user.mfa().isEmpty()) {
                request.contextKey(MFA, "false");
            }
        }
    }

    private void principal(Identity identity, String type) {
        request.contextKey("aws:PrincipalArn", identity.arn()).contextKey("aws:PrincipalType", type);
    }

    private void via(Optional<String> service) {
        request.contextKey("aws:ViaAWSService", Boolean.toString(service.isPresent()));
        if (service.isPresent()) {
            request.contextKey("aws:CalledVia", service.get())
                    .contextKey("aws:CalledViaFirst", service.get())
                    .contextKey("aws:CalledViaLast", service.get());
        } else {
            request.contextKey("aws:SourceIp", "127.0.0.1");
        }
    }

    static String seconds(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
