// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.sts;

import io.github.dkpbootstrap.testkit.internal.Timeline;
import io.github.dkpbootstrap.testkit.internal.iam.IamStore;
import io.github.dkpbootstrap.testkit.internal.query.Call;
import io.github.dkpbootstrap.testkit.internal.query.QueryService;
import io.github.dkpbootstrap.testkit.internal.query.Xml;
import io.github.dkpbootstrap.testkit.internal.sigv4.KeyRing;

/**
 * The actions of STS.
 *
 * @see <a href="https://docs.aws.amazon.com/STS/latest/APIReference/welcome.html">STS API reference</a>
 */
public final class StsService {
    private static final String NAMESPACE = "https://sts.amazonaws.com/doc/2011-06-15/";

    private StsService() {}

    /** Returns the service; the keys that it issues go on {@code keys}. */
    public static QueryService create(IamStore store, KeyRing keys, Timeline timeline) {
        QueryService sts = new QueryService("sts", NAMESPACE)
                .answer("GetCallerIdentity", (call, xml) -> callerIdentity(call, xml, store));
        MfaCheck mfa = new MfaCheck(store, timeline);
        new AssumeRole(store, keys, timeline, mfa).register(sts);
        new GetSessionToken(keys, timeline, mfa).register(sts);
        return sts;
    }

    private static void callerIdentity(Call call, Xml xml, IamStore store) {
        xml.element("UserId", call.caller().userId())
                .element("Account", store.account().id())
                .element("Arn", call.caller().arn());
    }
}
