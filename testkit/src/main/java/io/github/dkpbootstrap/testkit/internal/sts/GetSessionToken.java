// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.sts;

import io.github.dkpbootstrap.testkit.internal.Timeline;
import io.github.dkpbootstrap.testkit.internal.query.Call;
import io.github.dkpbootstrap.testkit.internal.query.Identity;
import io.github.dkpbootstrap.testkit.internal.query.QueryService;
import io.github.dkpbootstrap.testkit.internal.query.ServiceError;
import io.github.dkpbootstrap.testkit.internal.query.Xml;
import io.github.dkpbootstrap.testkit.internal.sigv4.KeyRing;

/**
 * Sessions of users.
 *
 * @see <a href="https://docs.aws.amazon.com/STS/latest/APIReference/API_GetSessionToken.html">GetSessionToken</a>
 */
final class GetSessionToken {
    private static final int DEFAULT_SECONDS = 43_200;
    private static final int MAX_SECONDS = 129_600;

    private final KeyRing keys;
    private final Timeline timeline;
    private final MfaCheck mfa;

    GetSessionToken(KeyRing keys, Timeline timeline, MfaCheck mfa) {
        this.keys = keys;
        this.timeline = timeline;
        this.mfa = mfa;
    }

    void register(QueryService sts) {
        sts.prepare("GetSessionToken", this::prepare).answer("GetSessionToken", this::answer);
    }

    private Call prepare(Call call) {
        Parameters.duration(call.form(), MAX_SECONDS);
        Parameters.mfa(call.form());
        if (call.caller() instanceof Identity.Root) {
            throw ServiceError.notImplemented("sts:GetSessionToken of the root user");
        }
        if (!(call.caller() instanceof Identity.User)) {
            throw ServiceError.of("AccessDenied", 403, "Cannot call GetSessionToken with session credentials");
        }
        return mfa.apply(call);
    }

    private void answer(Call call, Xml xml) {
        Identity.User user = call.caller().user().orElseThrow();
        int seconds = call.form().integer("DurationSeconds").orElse(DEFAULT_SECONDS);
        Identity session = new Identity.UserSession(user, timeline.now());
        IssuedKey.write(
                xml, keys.issueUntil(session, timeline.now(), timeline.now().plusSeconds(seconds)));
    }
}
