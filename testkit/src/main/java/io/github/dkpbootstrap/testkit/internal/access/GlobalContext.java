// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.access;

import io.github.dkpbootstrap.policy.analysis.AccessRequest;
import io.github.dkpbootstrap.testkit.internal.Account;
import io.github.dkpbootstrap.testkit.internal.query.Call;
import io.github.dkpbootstrap.testkit.internal.query.Identity;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The condition keys that AWS sets in every request.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html">AWS global
 *     condition context keys</a>
 */
final class GlobalContext {
    private GlobalContext() {}

    static void put(AccessRequest.Builder request, Call call, Account account, Instant now) {
        request.contextKey("aws:PrincipalAccount", account.id())
                .contextKey("aws:userid", call.caller().userId())
                .contextKey("aws:SecureTransport", "false")
                .contextKey(
                        "aws:CurrentTime", now.truncatedTo(ChronoUnit.SECONDS).toString())
                .contextKey("aws:EpochTime", Long.toString(now.getEpochSecond()))
                .contextKey("aws:RequestedRegion", call.region());
        via(request, call.via());
        if (call.caller() instanceof Identity.Session session) {
            request.contextKey("aws:PrincipalArn", session.roleArn())
                    .contextKey("aws:PrincipalType", "AssumedRole")
                    .contextKey(
                            "aws:TokenIssueTime",
                            session.issued().truncatedTo(ChronoUnit.SECONDS).toString())
                    .contextKey("aws:MultiFactorAuthPresent", "false");
        } else if (call.caller() instanceof Identity.User user) {
            request.contextKey("aws:PrincipalArn", user.arn())
                    .contextKey("aws:PrincipalType", "User")
                    .contextKey("aws:username", user.name());
        } else {
            request.contextKey("aws:PrincipalArn", call.caller().arn()).contextKey("aws:PrincipalType", "Account");
        }
    }

    private static void via(AccessRequest.Builder request, Optional<String> service) {
        request.contextKey("aws:ViaAWSService", Boolean.toString(service.isPresent()));
        if (service.isPresent()) {
            request.contextKey("aws:CalledVia", service.get())
                    .contextKey("aws:CalledViaFirst", service.get())
                    .contextKey("aws:CalledViaLast", service.get());
        } else {
            request.contextKey("aws:SourceIp", "127.0.0.1");
        }
    }
}
